import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { users } from "@/db/schema/people";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { dayIn } from "@/lib/domain/calendar/days";
import type { Actor } from "@/lib/domain/people/roles";
import { auditLog } from "./audit";

let db: Awaited<ReturnType<typeof testDatabase>>;
let auditor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  auditor = (await company())("auditor");
});
afterAll(() => db.close());

const whole = 100_000;

test("the log narrows by kind, by who, by task and by days, alone and together, and goes on where a page ended", async () => {
  const all = await auditLog(auditor, { limit: whole });
  const received = all.filter(({ event }) => event.type === "task.received");
  const [one] = received;
  if (!one?.actor || !one.subject.task) throw new Error("Nothing was received");
  const [who, task, day] = [one.actor.name, one.subject.task, dayIn(new Date(one.at))];
  const isOn = ({ at }: { at: string }) => dayIn(new Date(at)) === day;
  const narrowed = (filters: Omit<Parameters<typeof auditLog>[1], "limit">) =>
    auditLog(auditor, { ...filters, limit: whole });

  expect(await narrowed({ type: "task.received" })).toEqual(received);
  expect(await narrowed({ who })).toEqual(all.filter(({ actor }) => actor?.name.includes(who)));
  const ofTask = all.filter(({ subject }) => subject.task === task);
  expect(await narrowed({ task: task.toLowerCase() })).toEqual(ofTask);
  expect(await narrowed({ from: day, to: day })).toEqual(all.filter(isOn));
  const together = { type: "task.received" as const, who, task, from: day, to: day };
  expect(await narrowed(together)).toContainEqual(one);
  expect(await narrowed({ ...together, who: "nobody of that name" })).toEqual([]);
  expect(await narrowed({ type: "task.received", before: one.id })).toEqual(received.slice(1));
});

test("by people it is what the whole log has of all whom a name is given, newest first, however many are asked for", async () => {
  const all = await auditLog(auditor, { limit: whole });
  const accounts = await database()
    .select({ name: users.displayName, username: users.username })
    .from(users);
  const ofPeople = (who: string) => {
    const holds = (words: string) => words.toLowerCase().includes(who.toLowerCase());
    const names = accounts.filter((each) => holds(each.name) || holds(each.username));
    expect(names.length).toBeGreaterThan(who === "nobody of that name" ? -1 : 1);
    return all.filter(({ actor }) => names.some(({ name }) => name === actor?.name));
  };
  for (const who of ["e", "SUPER", "nobody of that name"]) {
    const expected = ofPeople(who);
    for (const limit of [1, 7, whole])
      expect(await auditLog(auditor, { who, limit })).toEqual(expected.slice(0, limit));
    const [, second] = expected;
    if (second)
      expect(await auditLog(auditor, { who, before: second.id, limit: 9 })).toEqual(
        expected.slice(2, 11),
      );
  }
});
