import { describe, expect, it } from "vitest";
import type { AssignmentRecord, AuditEvent } from "@/lib/domain/audit/audit-events";
import { person, task } from "@/lib/domain/people/people.fixture";
import { announcementsOf, type Circumstances, isAnnounced } from "./announcements";

const staff = [
  ...["ecology", "housing", "energy"].flatMap((unit) => [
    person("official", unit),
    person("head", unit),
  ]),
  person("official", "ecology", "deputy"),
  person("supervisor", "office"),
  person("system_admin", "office"),
  person("auditor", "office"),
];
const submission: NonNullable<Circumstances["submission"]> = {
  ...task,
  kind: "progress",
  status: "in_review",
  step: 1,
  revision: 1,
  reviewSteps: [
    { by: "head" },
    { by: "countersign", departmentId: "energy" },
    { by: "supervisor" },
  ],
  taskStatus: "active",
  countersignIds: ["energy"],
  departmentId: "ecology",
  contributorIds: ["ecology-official"],
  deciderIds: [],
};
const calm: Circumstances = {
  ...{ staff, task, submission, commenterIds: [] },
  awaitsRelease: false,
  chaserId: null,
  instructorIds: [],
};

/** Who is told what, by sentence. */
function told(event: AuditEvent, changes: Partial<Circumstances> = {}, actorId = "nobody") {
  const announcements = announcementsOf(event, actorId, { ...calm, ...changes });
  const bySentence: Record<string, string[]> = {};
  for (const { userId, sentence } of announcements)
    bySentence[sentence] = [...(bySentence[sentence] ?? []), userId];
  return bySentence;
}

const sent = { kind: "progress", revision: 1, contentHash: "hash" } as const;
const submitted: AuditEvent = { type: "submission.submitted", percent: 30, ...sent };
const decided = { ...sent, step: 1, by: "head", onBehalfOf: null } as const;
const reason = "理由";

describe("a submission", () => {
  it("is told to whoever may decide at its first step", () => {
    expect(told(submitted)).toEqual({ submission_to_decide: ["ecology-head"] });
  });

  it("is told to their deputies too, but not to one who wrote on it", () => {
    const head = person("head");
    const lend = (id: string) => ({ ...person("official", "ecology", id), standsInFor: [head] });
    const withDeputies = [head, lend("deputy"), lend("ecology-official")];
    expect(told(submitted, { staff: withDeputies })).toEqual({
      submission_to_decide: ["ecology-head", "deputy"],
    });
  });

  it("goes on to the next step's people, without whoever has decided already", () => {
    const approved: AuditEvent = { type: "submission.approved", final: false, ...decided };
    expect(told(approved, { submission: { ...submission, step: 2 } })).toEqual({
      submission_to_decide: ["energy-head"],
    });
    const last = { ...submission, step: 3, deciderIds: ["office-supervisor"] };
    expect(told({ ...approved, step: 2 }, { submission: last })).toEqual({});
  });

  it("asks nobody once it is taken back, sent anew or decided", () => {
    for (const change of [{ status: "draft", step: null }, { revision: 2 }, { step: 2 }] as const)
      expect(told(submitted, { submission: { ...submission, ...change } })).toEqual({});
  });

  it.each([
    [{ type: "submission.approved", final: true, ...decided }, "submission_approved"],
    [{ type: "submission.returned", reason, ...decided }, "submission_returned"],
    [{ type: "submission.rejected", reason, ...decided }, "submission_rejected"],
  ] as const)(
    "comes back to those who wrote it and the unit's officials: %o",
    (event, sentence) => {
      const contributorIds = ["ecology-official", "ecology-head", "energy-official"];
      const people = told(event, { submission: { ...submission, contributorIds } })[sentence];
      // Somebody who wrote on it and works for another unit now is not told.
      expect(people).toEqual(["ecology-official", "ecology-head", "deputy"]);
    },
  );

  it("that waits for its release check is told to whoever may make it, but to who approved it", () => {
    const event: AuditEvent = { type: "submission.approved", final: true, ...decided };
    const approved = { ...submission, status: "approved", step: null } as const;
    const people = [...staff, person("supervisor", "office", "second")];
    const waiting = { staff: people, submission: approved, awaitsRelease: true };
    expect(told(event, waiting, "second").submission_to_release).toEqual(["office-supervisor"]);
    const released = { ...waiting, awaitsRelease: false };
    expect(told(event, released).submission_to_release).toBeUndefined();
  });

  it("that came to nothing is told to those who wrote it", () => {
    const event = { type: "submission.voided", kind: "progress", cause: "task_closed" } as const;
    expect(told(event)).toEqual({ submission_voided: ["ecology-official"] });
  });
});

describe("a task", () => {
  const before = { leadId: "energy", ownerBasis: "proposed" } as AssignmentRecord;
  const after = { leadId: "ecology", cooperatingIds: ["housing"] } as AssignmentRecord;
  const assigned: AuditEvent = { type: "task.assigned", before, after, changed: ["lead"] };

  it("is told to all of the lead unit and the officials of the cooperating ones", () => {
    expect(told(assigned)).toEqual({
      task_assigned: ["ecology-official", "deputy", "ecology-head"],
      task_cooperates: ["housing-official"],
    });
  });

  it("taken from a unit that had it is told to that unit as well", () => {
    const event = { ...assigned, before: { ...before, ownerBasis: "confirmed" as const } };
    expect(told(event).task_taken_away).toEqual(["energy-official", "energy-head"]);
  });

  it("sent back is told to whoever assigns, and a change of lead to both units", () => {
    expect(
      told({ type: "task.sent_back", before: { lead: "" }, after: { proposedLead: null }, reason }),
    ).toEqual({
      task_sent_back: ["office-system_admin"],
    });
    const units = { before: { lead: "" }, after: { lead: "" } };
    const moved = { task: { leadDepartmentId: "energy" } };
    expect(told({ type: "task.lead_changed", ...units, reason }, moved).task_lead_changed).toEqual([
      ...["energy-official", "energy-head", "ecology-official", "deputy", "ecology-head"],
    ]);
  });

  it.each([
    { type: "task.suspended", reason },
    { type: "task.resumed", days: 3 },
    { type: "task.cancelled", reason },
    { type: "task.exempted", reason },
    { type: "task.struck_off", note: "" },
    { type: "task.reopened", reason, after: { dueOn: null } },
    { type: "chase.sent", message: "" },
  ] satisfies AuditEvent[])(
    "$type is told to everybody of the lead unit, and to nobody else",
    (event) => {
      expect(Object.values(told(event))).toEqual([["ecology-official", "deputy", "ecology-head"]]);
    },
  );

  it("split off is told once, with the new task", () => {
    const part = { code: "A.1", title: "", lead: "", dueOn: null };
    const event: AuditEvent = { type: "task.split", parent: "A", after: part };
    expect([isAnnounced(event, "A"), isAnnounced(event, "A.1")]).toEqual([false, true]);
  });
});

describe("words between people", () => {
  const energy = { id: "energy-official", name: "" };
  const housing = { id: "housing-official", name: "" };
  const posted: AuditEvent = { type: "comment.posted", mentioned: [housing, energy] };

  it("are told to those mentioned and those who spoke before, if they may see the task", () => {
    const commenterIds = ["ecology-head", "housing-official", "energy-head"];
    expect(told(posted, { commenterIds })).toEqual({
      comment_mention: ["housing-official"],
      comment_posted: ["ecology-head"],
    });
  });

  it("answer the supervisor who chased", () => {
    expect(told({ type: "chase.answered", answer: "" }, { chaserId: "office-supervisor" })).toEqual(
      {
        chase_answered: ["office-supervisor"],
      },
    );
  });
});

it("never tells people what they did themselves", () => {
  expect(told({ type: "task.suspended", reason }, {}, "deputy").task_suspended).not.toContain(
    "deputy",
  );
});

it("leaves what concerns nobody else to the history", () => {
  const own: AuditEvent[] = [{ type: "task.received" }, { type: "session.started" }];
  expect(own.map((event) => isAnnounced(event, null))).toEqual([false, false]);
  expect(told({ type: "task.received" })).toEqual({});
});
