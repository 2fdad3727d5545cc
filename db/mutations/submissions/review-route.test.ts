import { randomUUID } from "node:crypto";
import { and, eq, notInArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { configurePlan } from "@/db/mutations/plans";
import { inbox } from "@/db/queries/inbox/inbox";
import { planWithSettings } from "@/db/queries/plans";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { auditEvents } from "@/db/schema/audit";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import * as story from "@/db/testing/test-world-scenarios.fixture";
import { dayIn } from "@/lib/domain/calendar/days";
import { decideSubmission } from "./decisions";

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

test("a unit asked to countersign decides on what was sent to it, though the plan asks it no more", async () => {
  const world = await makeWorld(2);
  await story.takeOn(world);
  const sent = await story.send(world, "progress");
  await decideSubmission(story.someone(world, "head"), await story.decisionFor(sent), now);

  const [{ slug = "" } = {}] = await database()
    .select({ slug: plans.slug })
    .from(plans)
    .innerJoin(tasks, eq(tasks.planId, plans.id))
    .where(eq(tasks.code, world.code));
  const plan = await planWithSettings(slug);
  if (!plan) throw new Error("The world has no plan");
  const settings = {
    ...plan.settings,
    reviewSteps: plan.settings.reviewSteps.filter(({ by }) => by !== "countersign"),
  };
  const change = { key: randomUUID(), slug, version: plan.version, settings };
  await configurePlan(story.someone(world, "director"), change, now);

  const countersigner = story.someone(world, "head", "countersigning");
  const waiting = (await inbox(countersigner, dayIn(now), 1000)).flatMap(({ items }) => items);
  expect(waiting.map(({ submission }) => submission?.id)).toContain(sent);
  expect(await submissionDetail(countersigner, sent)).not.toBeNull();
  await decideSubmission(countersigner, await story.decisionFor(sent), now);
});

test("settings as they were are not saved: no event, no new version", async () => {
  const world = await makeWorld(1);
  const plan = await planWithSettings("air");
  if (!plan) throw new Error("The seed has lost the plan");
  const { slug, version, settings } = plan;
  const events = await database().$count(auditEvents);
  const same = { key: randomUUID(), slug, version, settings };
  const refused = await refusalOf(configurePlan(story.someone(world, "director"), same, now));
  expect(refused).toEqual({ code: "settings_unchanged" });
  expect((await planWithSettings(slug))?.version).toBe(version);
  expect(await database().$count(auditEvents)).toBe(events);
});

test("a plan asks for no more supervisors than there are, and for no unit without a head", async () => {
  const world = await makeWorld(1);
  const plan = await planWithSettings("air");
  if (!plan) throw new Error("The seed has lost the plan");
  const { slug, version, settings } = plan;
  const setSteps = (reviewSteps: typeof settings.reviewSteps) => {
    const change = { key: randomUUID(), slug, version, settings: { ...settings, reviewSteps } };
    return refusalOf(configurePlan(story.someone(world, "director"), change, now));
  };
  const isSupervisor = eq(users.role, "supervisor");
  const kept = [
    story.someone(world, "supervisor").id,
    story.someone(world, "supervisor", undefined, 1).id,
  ];
  const others = and(isSupervisor, notInArray(users.id, kept));
  await setAccounts(db.superuser, { disabledAt: now }, others);
  const supervisor = { by: "supervisor", workdays: 5 } as const;
  expect(await setSteps([supervisor, supervisor, supervisor])).toMatchObject({
    code: "too_few_supervisors",
    params: { supervisors: 2 },
  });

  const departmentId = world.units.other;
  const itsHeads = and(eq(users.departmentId, departmentId), eq(users.role, "head"));
  await setAccounts(db.superuser, { disabledAt: now }, itsHeads);
  const countersign = { by: "countersign", workdays: 2, departmentId } as const;
  const unit = story.someone(world, "head", "other").departmentName;
  expect(await setSteps([countersign, supervisor])).toMatchObject({
    code: "steps_without_reviewer",
    params: { unit },
  });
  expect((await planWithSettings(slug))?.version).toBe(version);
});

test("a unit that leads is not asked to countersign what its own head has signed", async () => {
  const world = await makeWorld(2);
  const { countersigning: leadId, lead } = world.units;
  const swapped = { ...world, units: { ...world.units, lead: leadId, countersigning: lead } };
  await story.takeOn(swapped);
  const sent = await story.send(swapped, "progress");
  await decideSubmission(story.someone(swapped, "head"), await story.decisionFor(sent), now);
  const { status } = await decideSubmission(
    story.someone(world, "supervisor"),
    await story.decisionFor(sent),
    now,
  );
  expect(status).toBe("approved");
});
