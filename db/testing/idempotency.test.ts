import { readdirSync, readFileSync } from "node:fs";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "@/db/schema/audit";
import { chases } from "@/db/schema/chasing";
import { comments } from "@/db/schema/comments";
import { delegations } from "@/db/schema/delegations";
import { evidence } from "@/db/schema/evidence";
import { importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { instructionHandlings, instructions } from "@/db/schema/instructions";
import { followUpAnswers, followUpChecks } from "@/db/schema/letters";
import { outbox } from "@/db/schema/notifications";
import { departmentNames, departments } from "@/db/schema/people";
import { answeredRequests } from "@/db/schema/requests";
import { reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { dueMoves, tasks } from "@/db/schema/tasks";
import { mutationInputs, planOf } from "./idempotency.fixture";
import { refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";

// Bar 4 of the workflow: every mutation sent twice does once what it does, and its key answers no other request.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

const folder = new URL("../mutations/", import.meta.url);
const declared = /^export (?:async )?function (\w+)\(\s*actor: Actor,\s*input: /gm;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.(test|fixture))\.ts$/.test(name),
);
const mutations = sources.flatMap((name) =>
  [...readFileSync(new URL(name, folder), "utf8").matchAll(declared)].map(([, found]) => found),
);

/** A draft has no key: its version tells a second save from a first. */
const unkeyed = ["saveDraft"];

test("every mutation that a person can press is pressed here", () => {
  expect(mutations.length).toBeGreaterThan(15);
  expect(Object.keys(mutationInputs).sort()).toEqual([...mutations].sort());
});

const written: PgTable[] = [
  auditEvents,
  outbox,
  answeredRequests,
  tasks,
  submissions,
  revisions,
  reviewDecisions,
  dueMoves,
  comments,
  chases,
  evidence,
  delegations,
  departments,
  departmentNames,
  instructions,
  instructionHandlings,
  followUpAnswers,
  followUpChecks,
  imports,
  importCandidates,
];
const counts = () => Promise.all(written.map((table) => db.owner.$count(table)));
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

describe.each(Object.entries(mutationInputs))("%s", (name, prepare) => {
  test("sent twice, at once and again, does once what it does", async () => {
    const { send, other } = await prepare(await makeWorld(planOf[name] ?? 1), db.owner);
    const isUnkeyed = unkeyed.includes(name);
    if (isUnkeyed) {
      const outcomes = await Promise.all([codeOf(send()), codeOf(send())]);
      expect(outcomes.sort()).toEqual(["done", "submission_changed"]);
    } else {
      const [first, second] = await Promise.all([send(), send()]);
      expect(second).toEqual(first);
    }
    const before = await counts();
    if (!isUnkeyed) expect(await send()).toEqual(await send());
    expect(await codeOf(other())).toBe(isUnkeyed ? "submission_changed" : "request_reused");
    expect(await counts()).toEqual(before);
  });
});
