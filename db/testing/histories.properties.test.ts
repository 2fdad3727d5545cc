import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import { checkKept, checkKeptDays } from "@/db/testing/kept/kept-health.fixture";
import { addDays, dayIn } from "@/lib/domain/calendar/days";
import { randomRuns } from "@/lib/domain/random.fixture";
import { checkTasks, type Memory } from "./invariants.fixture";
import { mutationFor, type PreparedMutation } from "./mutation-inputs.fixture";
import { checkShown, keepShown, type Shown } from "./past-days.fixture";
import { type Draw, drawMove, type RandomAction } from "./random-actions.fixture";
import { tryRelease } from "./random-releases.fixture";
import { refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import { readView } from "./view.fixture";

// Random histories by random people against the real mutations, several at once, each in a world of its own.

const lanes = 6;
let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase();
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const step = fc.record({
  what: fc.nat(9999),
  who: fc.nat(9999),
  detail: fc.nat(9999),
  isWild: fc.integer({ min: 0, max: 7 }).map((n) => n === 7),
  isTwice: fc.integer({ min: 0, max: 9 }).map((n) => n === 9),
  days: fc.integer({ min: -5, max: 9 }).map((n) => Math.max(0, n)),
});
const histories = fc.record({
  plan: fc.nat(4),
  steps: fc.array(step, { minLength: 5, maxLength: 25, size: "max" }),
});

const tally = new Map<string, number>();
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

test("whatever people do, tables, history, decisions, outbox, every past day and what is kept of how tasks stand agree", async () => {
  const { seed, numRuns } = randomRuns(60);
  const live = fc.asyncProperty(histories, async ({ plan, steps }) => {
    const history = await begin(plan);
    try {
      for (const drawn of steps) await go(history, drawn);
      await checkTasks(history.codes, history.memory);
      await checkShown(history.shown, history.codes, history.world.planSlug);
      await checkKeptDays(history.shown);
    } catch (cause) {
      throw new Error(`After ${history.told.join(", ")}: ${cause}`, { cause });
    }
    count("histories");
  });
  const shares = Array.from({ length: lanes }, (_, lane) =>
    // A history tells itself in words: no need to shrink it, which takes longer than all of them.
    fc.assert(live, { seed: seed + lane, numRuns: Math.ceil(numRuns / lanes), endOnFailure: true }),
  );
  await Promise.all(shares);
  console.log(
    [...tally]
      .sort(([, a], [, b]) => b - a)
      .map((pair) => pair.join(" "))
      .join(", "),
  );
  expect(tally.get("histories")).toBeGreaterThanOrEqual(numRuns);
  await checkKeptCounts();
}, 3_600_000);

type History = Awaited<ReturnType<typeof begin>>;

async function begin(plan: number) {
  const world = await makeWorld(plan);
  const memory: Memory = {
    writers: new Map(),
    writersAtDecision: new Map(),
    firstDueOn: new Map(),
  };
  const now = new Date("2024-06-12T09:00:00+08:00");
  const view = await readView(world, [world.code], [], now);
  const [told, deputyIds] = [[] as string[], [] as string[]];
  const shown: Shown = new Map();
  return { world, memory, view, codes: [world.code], deputyIds, now, told, shown };
}

type Step = Draw & { isTwice: boolean; days: number };

async function go(history: History, { isTwice, days, ...draw }: Step) {
  if (days > 0) {
    const { shown, view, world, now } = history;
    await keepShown(shown, view, world.planSlug, dayIn(now));
    for (const day of [dayIn(now), addDays(dayIn(now), days)])
      await checkKept(history.codes, world.planSlug, day);
  }
  history.now = new Date(history.now.getTime() + 60_000 + days * 86_400_000);
  if (days > 0) await look(history);
  history.view.now = history.now;
  const released = await tryRelease(history.view, draw.detail);
  if (released) {
    count(released);
    history.told.push(released);
  }
  const action = drawMove(history.view, draw);
  if (!action) return;
  const press = await mutationFor(history.view, action, draw.detail);
  history.told.push(`${action.actor.role} ${action.what} ${"kind" in action ? action.kind : ""}`);
  let answer: unknown;
  const refusal = await refusalOf(press.send().then((value) => (answer = value)));
  count(refusal ? `(${(refusal as { code: string }).code})` : action.what);
  if (refusal) return;
  if (isTwice && action.what !== "save") expect(await press.send()).toEqual(answer);
  remember(history, action, press, answer);
  await look(history);
}

/** The small model: who wrote what so far, and who had when it was decided. */
function remember(
  history: History,
  action: RandomAction,
  { revisionId, deputyId }: PreparedMutation,
  answer: unknown,
) {
  const { memory, codes } = history;
  if (action.what === "save" || action.what === "send") {
    const { submissionId } = answer as { submissionId: string };
    const writers = memory.writers.get(submissionId) ?? new Set<string>();
    memory.writers.set(submissionId, writers.add(action.actor.id));
  } else if (action.what === "split") codes.push((answer as { code: string }).code);
  else if (action.what === "lend" && deputyId) history.deputyIds.push(deputyId);
  else if ("submission" in action && revisionId) {
    const { id, step } = action.submission;
    memory.writersAtDecision.set(`${revisionId}:${step}`, new Set(memory.writers.get(id)));
  }
}

async function look(history: History) {
  const { world, codes, deputyIds, now, memory } = history;
  history.view = await readView(world, codes, deputyIds, now);
  for (const { code, dueOn } of history.view.tasks)
    if (dueOn && !memory.firstDueOn.has(code)) memory.firstDueOn.set(code, dueOn);
}
