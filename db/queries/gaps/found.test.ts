import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { countGaps, findGaps, gapOfSubmission, gapsBefore, listGaps } from "@/db/queries/gaps/gaps";
import { hasOtherSigner } from "@/db/queries/gaps/readers";
import { staffOn } from "@/db/queries/people/staff";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { goOn } from "@/db/seed/go-on";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone, takeOn, writing } from "@/db/testing/test-world-scenarios.fixture";
import { unitWithTask } from "@/db/testing/unit-world.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { type SubmissionState, transitionRefusal } from "@/lib/domain/submissions/submissions";

// The list of gaps in SQL against the rules of the acts, and what of it is said on the item itself.

let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
let makeWorld: (plan: number) => Promise<World>;
let bound: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
  cast = await company();
  bound = { ...cast("director"), branchIds: [cast("ecology-head").departmentId] };
});
afterAll(() => db.close());

const menders = () => ["director", "system-admin", "security-admin"].map((name) => cast(name));

test("a report whose later step has nobody says so at once, and the form before it is written", async () => {
  const world = await makeWorld(3);
  const { unit, head, official } = await unitWithTask(db.owner, world);
  const only = someone(world, "supervisor");
  const others = and(eq(users.role, "supervisor"), ne(users.id, only.id), isNull(users.disabledAt));
  const away = await database().select({ id: users.id }).from(users).where(others);
  await setAccounts(db.superuser, { disabledAt: now }, others);
  const input = writing(world.code, "progress");
  const submit = (each: typeof input) => submitDraft(official, each, now);
  const refusal = { code: "gaps_made", params: { gap: "step_without_reviewer", name: unit.name } };
  expect(await refusalOf(submit(input))).toMatchObject(refusal);
  const { submissionId } = await goOn(submit, input);
  expect(await gapOfSubmission(database(), submissionId)).toMatchObject({ wait: "supervisor" });

  const task = await getTask(head, world.code, today);
  if (!task) throw new Error(`${world.code} is gone`);
  const kinds = (await gapsBefore(task, unit.id)).map(({ kind }) => kind);
  expect(kinds).toEqual(["too_few_supervisors"]);
  expect(await hasOtherSigner(head, world.code, "progress")).toBe(false);
  expect(await hasOtherSigner(official, world.code, "progress")).toBeNull();
  const ids = away.map(({ id }) => id);
  await setAccounts(db.superuser, { disabledAt: null }, inArray(users.id, ids));
  expect(await gapOfSubmission(database(), submissionId)).toBeNull();
  expect(await gapsBefore(task, unit.id)).toEqual([]);
});

test("a head is warned of not signing only where the head's signature is asked", async () => {
  const world = await makeWorld(1);
  await takeOn(world);
  expect(await hasOtherSigner(someone(world, "head"), world.code, "progress")).toBeNull();
  expect(await hasOtherSigner(someone(world, "head"), world.code, "objection")).toBe(true);
});

/**
 * What is in review and will not come to its end, by the rule of the transition itself, asked for everybody there is: no people,
 * each for one step, take the present one and those after it.
 */
async function stuckByRule() {
  const staff = await staffOn(database(), today);
  const rows = await database()
    .select({ ...stateColumns, id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(submissions.status, "in_review"));
  const ends = (state: SubmissionState): boolean => {
    const step = state.step ?? 0;
    if (step > state.reviewSteps.length) return true;
    const takers = staff.filter((each) => transitionRefusal(each, "approve", state) === null);
    return takers.some(({ personId }) =>
      ends({ ...state, step: step + 1, deciderIds: [...state.deciderIds, personId] }),
    );
  };
  const stuck = rows.map((row) => ({ ...toState(row), id: row.id })).filter((row) => !ends(row));
  return stuck.map(({ id }) => id).sort();
}

test("the list in SQL is what the rules of the acts say, whoever is away or bound to a branch", async () => {
  for (const plan of [0, 1, 2, 3]) {
    const world = await makeWorld(plan);
    await takeOn(world);
    await submitDraft(someone(world, "official"), writing(world.code, "progress"), now);
    await submitDraft(
      someone(world, "official", "cooperating"),
      writing(world.code, "contribution"),
      now,
    );
  }
  const ecology = cast("ecology-head").departmentId;
  const supervisor = eq(users.role, "supervisor");
  const states: [string, () => Promise<void>][] = [
    ["as it is", async () => {}],
    [
      "heads away",
      () =>
        setAccounts(
          db.superuser,
          { disabledAt: now },
          and(eq(users.role, "head"), eq(users.departmentId, ecology)),
        ),
    ],
    [
      "supervisors bound elsewhere",
      () => setAccounts(db.superuser, { branchId: cast("taiyuan-head").departmentId }, supervisor),
    ],
    ["supervisors away", () => setAccounts(db.superuser, { disabledAt: now }, supervisor)],
    [
      "nobody granted",
      () =>
        setAccounts(
          db.superuser,
          { roleGrantedById: null },
          inArray(users.role, ["head", "director"]),
        ),
    ],
  ];
  const seen: number[] = [];
  for (const [name, reach] of states) {
    await reach();
    const found = await findGaps(database(), {
      where: sql`gaps.kind = 'step_without_reviewer'`,
    });
    const stuck = await stuckByRule();
    expect([name, found.map(({ subject }) => subject).sort()]).toEqual([name, stuck]);
    seen.push(stuck.length);
    for (const person of [...menders(), bound]) {
      const { total, gaps } = await listGaps(person, { kind: "" }, 1);
      expect([name, await countGaps(person)]).toEqual([name, total]);
      expect(gaps).toHaveLength(Math.min(total, 50));
      expect(
        gaps.every(
          ({ ofId }) => person.branchIds === null || person.branchIds.includes(ofId ?? ""),
        ),
      ).toBe(true);
    }
  }
  expect(new Set(seen).size).toBeGreaterThan(3);
  const kinds = new Set((await findGaps(database())).map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(["unit_without_head", "role_without_account"]));
  expect(await countGaps(cast("auditor"))).toBe(0);
});
