import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft, withdrawSubmission } from "@/db/mutations/submissions/submissions";
import { readTask } from "@/db/seed/demo-reads";
import type { Actor } from "@/lib/domain/people/roles";
import {
  assignment,
  company,
  now,
  refusalOf,
  report,
  sendReport,
  takeOn,
} from "./scenario.fixture";
import { testDatabase } from "./test-database";

// The mutations are the wall: whoever reaches one past every page is refused by it, whatever the role.

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

const everybody = [
  "ecology-official",
  "ecology-head",
  "energy-official",
  "energy-head",
  "supervisor-1",
  "director",
  "leader",
  "system-admin",
  "security-admin",
  "audit-admin",
  "auditor",
];
const refusedCodes = async (act: (actor: Actor) => Promise<unknown>) => {
  const outcomes: Record<string, string> = {};
  for (const name of everybody) {
    const refusal = (await refusalOf(act(actor(name)))) as { code: string } | undefined;
    outcomes[name] = refusal?.code ?? "done";
  }
  return outcomes;
};

/** Who stands above the units and takes no part in what they do. */
const others = {
  director: "not_allowed",
  leader: "not_allowed",
  "system-admin": "not_allowed",
  "security-admin": "not_allowed",
  "audit-admin": "not_allowed",
};

test("only the system administrator assigns", async () => {
  const outcomes = await refusedCodes(async (who) =>
    assignTask(who, await assignment("AIR-10.1"), now),
  );
  expect(outcomes).toEqual({
    "ecology-official": "not_allowed",
    "ecology-head": "not_allowed",
    "energy-official": "not_allowed",
    "energy-head": "not_allowed",
    "supervisor-1": "not_allowed",
    ...others,
    "system-admin": "done",
    auditor: "not_allowed",
  });
});

test("only the lead unit receives", async () => {
  const { version } = await readTask("AIR-10.1");
  const outcomes = await refusedCodes((who) =>
    receiveTask(who, { key: randomUUID(), code: "AIR-10.1", version }, now),
  );
  expect(outcomes).toEqual({
    "ecology-official": "done",
    "ecology-head": "task_already_received",
    "energy-official": "other_unit",
    "energy-head": "other_unit",
    "supervisor-1": "not_allowed",
    ...others,
    auditor: "not_allowed",
  });
});

// Named by its id, a report is not there for whoever may not read it: another unit, and the administrators.
const unseen = {
  "energy-official": "not_found",
  "energy-head": "not_found",
  "system-admin": "not_found",
  "security-admin": "not_found",
  "audit-admin": "not_found",
};

test("only the lead unit writes, sends and withdraws", async () => {
  await takeOn("AIR-10.2", { admin: actor("system-admin"), official: actor("ecology-official") });
  const { key, ...draft } = report("AIR-10.2");
  const writing = await refusedCodes((who) => saveDraft(who, draft, now));
  const sending = await refusedCodes((who) =>
    submitDraft(who, { ...draft, key: randomUUID(), version: 99 }, now),
  );
  const strangers = {
    "energy-official": "other_unit",
    "energy-head": "other_unit",
    "supervisor-1": "not_allowed",
    ...others,
    auditor: "not_allowed",
  };
  expect(writing).toMatchObject({ ...strangers, "ecology-official": "done" });
  expect(sending).toMatchObject({ ...strangers, "ecology-official": "submission_changed" });

  const { submissionId, version } = await sendReport("AIR-10.2", actor("ecology-official"));
  const withdrawing = await refusedCodes((who) =>
    withdrawSubmission(who, { key: randomUUID(), submissionId, version }, now),
  );
  expect(withdrawing).toMatchObject({ ...strangers, ...unseen, "ecology-official": "done" });
});

test("only the head of the lead unit signs", async () => {
  const seen = await sendReport("AIR-10.2", actor("ecology-official"));
  const outcomes = await refusedCodes((who) =>
    decideSubmission(who, { ...seen, key: randomUUID() }, now),
  );
  expect(outcomes).toEqual({
    ...unseen,
    director: "submission_not_your_step",
    leader: "not_allowed",
    "ecology-official": "not_allowed",
    "ecology-head": "done",
    "supervisor-1": "submission_changed",
    auditor: "not_allowed",
  });
});
