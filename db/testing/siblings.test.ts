import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { splitTask } from "@/db/mutations/assignments/splits";
import { reopenTask, strikeOff } from "@/db/mutations/assignments/strike-off";
import { sendChase } from "@/db/mutations/chasing/chases";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { submitDraft, withdrawSubmission } from "@/db/mutations/submissions/submissions";
import { nameHandlers } from "@/db/mutations/tasks/handlers";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import { now, refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

const clients = 16;
/** The app's pool is smaller than this test: everybody has a connection of their own here. */
vi.mock("@/db/client", async (load) => {
  const real = await load<typeof import("@/db/client")>();
  const { databaseUrl } = await import("@/lib/env");
  let opened: ReturnType<typeof real.connect> | undefined;
  const database = () => {
    opened ??= real.connect(databaseUrl(), clients);
    return opened.db;
  };
  return { ...real, database, closeDatabase: async () => opened?.close() };
});

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
  await story.takeOn(world);
  for (let part = 0; part < 4; part += 1) await split();
});
afterAll(() => db.close());

const official = () => story.someone(world, "official");
const supervisor = () => story.someone(world, "supervisor");
const verifier = () => story.someone(world, "supervisor", undefined, 1);

async function split() {
  const part = { title: "分项", scope: "", leadId: world.units.lead, dueOn: "2024-10-31" };
  const input = { ...(await story.onTask(world.code)), ...part, cycle: "none" as const };
  return splitTask(official(), input, now);
}

type Press = (code: string) => Promise<unknown>;
/** Whatever of a task waits for a decision: one or another. */
async function waiting(code: string): Promise<string> {
  const { id } = await story.rowOf(code);
  const isOpen = and(eq(submissions.taskId, id), eq(submissions.status, "in_review"));
  const [found] = await db.owner
    .select({ id: submissions.id })
    .from(submissions)
    .where(isOpen)
    .orderBy(sql`random()`)
    .limit(1);
  return found?.id ?? randomUUID();
}

/** What people do to a part, or to the whole: what comes at the wrong time is refused, and that is no harm. */
const presses: Press[] = [
  (code) => submitDraft(official(), story.writing(code, "completion"), now),
  (code) => submitDraft(official(), story.writing(code, "extension"), now),
  (code) => submitDraft(official(), story.writing(code, "adjustment"), now),
  async (code) => decideSubmission(supervisor(), await story.decisionFor(await waiting(code)), now),
  async (code) => decideSubmission(supervisor(), await story.decisionFor(await waiting(code)), now),
  async (code) =>
    decideSubmission(supervisor(), await story.decisionFor(await waiting(code), "return"), now),
  async (code) => withdrawSubmission(official(), await story.seen(await waiting(code)), now),
  async (code) => strikeOff(verifier(), { ...(await story.onTask(code)), note: "已核查" }, now),
  async (code) =>
    reopenTask(supervisor(), { ...(await story.onTask(code)), reason: "复查", dueOn: null }, now),
  async (code) =>
    nameHandlers(
      official(),
      { ...(await story.onTask(code)), handlerId: official().id, headInChargeId: "" },
      now,
    ),
  (code) => sendChase(supervisor(), { key: randomUUID(), code, message: "请抓紧办理" }, now),
  () => split(),
];

test("16 people at the parts of one task and at the whole never wait for each other in a ring", async () => {
  const { id } = await story.rowOf(world.code);
  const parts = await db.owner
    .select({ code: tasks.code })
    .from(tasks)
    .where(eq(tasks.parentId, id));
  const codes = [world.code, ...parts.map(({ code }) => code)];
  const outcomes = { done: 0, refused: 0 };
  const broken: unknown[] = [];
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let turn = 0; turn < presses.length; turn += 1) {
        // Each in another order, and at another of the tasks.
        const press = presses[(turn * 5 + client * 7) % presses.length];
        const code = codes[(turn + client) % codes.length] ?? world.code;
        try {
          const refusal = await refusalOf(Promise.resolve(press?.(code)));
          outcomes[refusal ? "refused" : "done"] += 1;
        } catch (error) {
          if (String(error).includes("It was never sent")) outcomes.refused += 1;
          else broken.push(error);
        }
      }
    }),
  );
  expect(broken).toEqual([]);
  expect(outcomes.done).toBeGreaterThan(clients);
  await checkKeptCounts();
}, 120_000);
