import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { departments } from "@/db/schema/people";
import { isUnitRole } from "@/lib/domain/people/roles";
import { mutationInputs, planOf } from "./idempotency.fixture";
import { refusalOf } from "./scenario.fixture";
import { testDatabase } from "./test-database";
import { type World, worldMaker } from "./test-world.fixture";

// Bar 2: whoever is bound to a branch tries every mutation on what is beyond it. It is as if nothing were there; once they
// are bound to a branch that has it, they do it.

let db: Awaited<ReturnType<typeof testDatabase>>;
let makeWorld: (plan: number) => Promise<World>;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  makeWorld = await worldMaker(db.owner);
});
afterAll(() => db.close());

/** Of a unit's people, who are bound to nothing, and of one's own account. */
const ownOnly = [
  ...["receiveTask", "splitTask", "saveDraft", "submitDraft", "withdrawSubmission", "discardDraft"],
  ...["attachEvidence", "removeEvidence", "answerChase", "acknowledgeEscalation", "nameHandlers"],
  ...["grantDelegation", "endDelegation", "endOwnSession", "changePassword"],
  ...["updateEmail", "chooseMail", "markRead", "markLooked"],
];
/** Of the whole installation, for nobody who is bound to a branch (decision 0021). */
const ofAll = [
  ...["startRegistration", "saveRegistration", "editTasks", "removeRegistration"],
  ...["proposeRegistration", "returnRegistration", "confirmRegistration", "publishRegistration"],
  ...["endPlan", "archivePlan", "configurePlan", "proposeCorrection", "decideCorrection"],
  ...["announceYear", "advanceClock", "setRetention", "configureSite", "skipStep"],
  ...["configureMail", "turnOffMail", "tryMail"],
  ...["setReminderDefaults", "setNotificationText"],
  ...["startImport", "correctFacts", "setColumns", "abandonImport", "fileImport", "decideChange"],
  ...["decideCandidates", "confirmSure", "editCandidate", "mergeCandidates", "splitCandidate"],
  ...["resolveOwner", "answerQuestion"],
];
/** A unit that is chosen and not there is answered as any that is not there; the top of the tree is there and not theirs. */
const chosen: Record<string, string> = {
  createAccount: "unit_unknown",
  createUnit: "unit_beyond_branch",
};
/** Tasks that nobody leads yet are of no branch, and accounts that are bound to none are no branch's. */
const ofNoBranch: Record<string, string> = {
  ...{ assignTask: "not_found", assignInBatch: "not_found", distributeTask: "not_found" },
  ...{ postComment: "not_found", writeInstruction: "not_found" },
  // Spreadsheets of units and people are of the whole office.
  ...{ keepSheet: "not_found", importSheet: "not_found", issueStartCodes: "not_found" },
  ...{ bindBranch: "not_found", createUnit: "unit_beyond_branch", splitUnit: "unit_beyond_branch" },
};

const everyUnit = async () => (await db.owner.select().from(departments)).map(({ id }) => id);
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

/** Binds everybody of a world who can be bound: whoever was prepared to press a button is among them. */
function bind({ people }: World, branchIds: readonly string[]) {
  for (const person of people) if (!isUnitRole(person)) person.branchIds = branchIds;
}

describe.each(Object.entries(mutationInputs))("%s", (name, prepare) => {
  test("is done within the branch, and beyond it nothing is there", async () => {
    const world = await makeWorld(planOf[name] ?? 1);
    const { send } = await prepare(world, db.owner);
    if (!ownOnly.includes(name)) {
      bind(world, [world.units.countersigning]);
      const refused = ofAll.includes(name) ? "not_allowed" : (chosen[name] ?? "not_found");
      expect(await codeOf(send())).toBe(refused);
    }
    bind(world, await everyUnit());
    const expected = ofAll.includes(name) ? "not_allowed" : (ofNoBranch[name] ?? "done");
    expect(await codeOf(send())).toBe(expected);
  });
});

test("every name above is a mutation's", () => {
  const named = [...ownOnly, ...ofAll, ...Object.keys(chosen), ...Object.keys(ofNoBranch)];
  expect(named.filter((name) => !(name in mutationInputs))).toEqual([]);
});
