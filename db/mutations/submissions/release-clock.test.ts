import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { remindEverybody } from "@/db/mutations/chasing/remind";
import { announce } from "@/db/mutations/notifications/announce";
import { releaseSubmission } from "@/db/mutations/releases";
import { inbox } from "@/db/queries/inbox/inbox";
import { releasesPage } from "@/db/queries/releases";
import { escalations } from "@/db/schema/chasing";
import { notifications, outbox, reminders } from "@/db/schema/notifications";
import { users } from "@/db/schema/people";
import { morningOf, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import {
  carry,
  lastApproved,
  rowOf,
  someone,
  takeOn,
} from "@/db/testing/test-world-scenarios.fixture";
import type { Day } from "@/lib/domain/calendar/days";
import { readReleaseFilters } from "@/lib/domain/releases";

// 公开审查: twenty working days from the approval on 2024-06-12, which end on 2024-07-10.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const checked = 4;

async function approved(kind: "completion" | "extension", plan = checked) {
  const world = await makeWorld(plan);
  await takeOn(world);
  await carry(world, kind);
  return { world, submissionId: await lastApproved(world) };
}

const checkers = () =>
  database().$count(
    users,
    and(inArray(users.role, ["supervisor", "director"]), isNull(users.disabledAt)),
  );
const reminded = (submissionId: string) =>
  database().$count(reminders, like(reminders.obligation, `release:${submissionId}:%`));

test("those who may make the check are told when it begins to wait, once, but for who approved", async () => {
  const { world, submissionId } = await approved("completion");
  const posted = await database().select().from(outbox).where(isNull(outbox.announcedAt));
  for (const { id } of posted) await Promise.all([announce(id, now), announce(id, now)]);
  const notified = await database()
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(
      and(
        eq(notifications.sentence, "submission_to_release"),
        sql`${notifications.params} ->> 'submission' = ${submissionId}`,
      ),
    );
  const ids = notified.map(({ userId }) => userId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength((await checkers()) - 1);
  expect(ids).not.toContain(someone(world, "supervisor").id);
});

test("they are reminded on the clock's days, also of a closed task, once though two workers run, until it is decided", async () => {
  const { world, submissionId } = await approved("completion");
  expect(await rowOf(world.code)).toMatchObject({ status: "completed" });
  const everybody = await checkers();
  const days: [Day, number][] = [
    ["2024-07-02", 0],
    ["2024-07-03", 1],
    ["2024-07-06", 1],
    ["2024-07-09", 2],
    ["2024-07-11", 3],
    ["2024-07-13", 3],
    ["2024-07-18", 4],
  ];
  for (const [day, times] of days) {
    await Promise.all([remindEverybody(morningOf(day)), remindEverybody(morningOf(day))]);
    expect([day, await reminded(submissionId)]).toEqual([day, times * everybody]);
  }
  const escalationLevels = like(escalations.obligation, `release:${submissionId}:%`);
  expect(await database().$count(escalations, escalationLevels)).toBe(1);

  const decision = { disclosure: "public", ground: null, basis: "已核对" } as const;
  const input = { key: randomUUID(), submissionId, ...decision };
  await releaseSubmission(someone(world, "supervisor"), input, morningOf("2024-07-18"));
  await remindEverybody(morningOf("2024-08-15"));
  expect(await reminded(submissionId)).toBe(4 * everybody);
  expect(await database().$count(escalations, escalationLevels)).toBe(1);
});

test("what is past its twenty days comes first in the inbox and first in the list", async () => {
  const { world, submissionId } = await approved("completion");
  const supervisor = someone(world, "supervisor");
  const sectionsOn = async (day: Day) =>
    (await inbox(supervisor, day, 1000))
      .filter(({ items }) => items.some(({ release }) => release?.id === submissionId))
      .map(({ section }) => section);
  expect(await sectionsOn("2024-07-10")).toEqual(["to_release"]);
  expect(await sectionsOn("2024-07-11")).toEqual(["releases_late"]);
  const [first] = await inbox(supervisor, "2024-07-11");
  expect(first?.section).toBe("releases_late");
  const { releases, counts } = await releasesPage(supervisor, "2024-07-11", 1, 1000);
  expect(releases[0]?.workdaysLeft).toBeLessThan(0);
  const isOpen = releases.filter(({ disclosure }) => disclosure === null);
  const late = isOpen.filter(({ workdaysLeft }) => workdaysLeft < 0).length;
  expect(counts).toEqual({
    late,
    waiting: isOpen.length - late,
    decided: releases.length - isOpen.length,
  });
  const second = await releasesPage(supervisor, "2024-07-11", 2, 5);
  expect(second).toMatchObject({ counts, page: 2, releases: releases.slice(5, 10) });
});

test("the list narrows by how it stands, by kind and by words, and its numbers with it", async () => {
  const { world } = await approved("extension");
  const supervisor = someone(world, "supervisor");
  const day = "2024-07-11";
  const found = (query: Record<string, string>) =>
    releasesPage(supervisor, day, 1, 1000, readReleaseFilters(query));
  const all = (await found({})).releases;
  const states = {
    late: all.filter((each) => each.disclosure === null && each.workdaysLeft < 0),
    waiting: all.filter((each) => each.disclosure === null && each.workdaysLeft >= 0),
    decided: all.filter((each) => each.disclosure !== null),
  };
  for (const [state, expected] of Object.entries(states)) {
    const { releases, counts } = await found({ state });
    expect(releases).toEqual(expected);
    expect(counts).toEqual({ late: 0, waiting: 0, decided: 0, [state]: expected.length });
  }
  expect(states.late.length * states.decided.length).toBeGreaterThan(0);
  const { releases: completions } = await found({ kind: "completion" });
  expect(completions).toEqual(all.filter(({ kind }) => kind === "completion"));
  expect(completions.length).toBeLessThan(all.length);
  const named = (await found({ q: world.code })).releases;
  expect(named.map(({ code }) => code)).toContain(world.code);
  expect(named.length).toBeLessThan(all.length);
  expect((await found({ q: "no such words", state: "nonsense" })).releases).toEqual([]);
});
