import { describe, expect, it } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import {
  chasedTask,
  head,
  namesake,
  official,
  otherHead,
  staff,
  supervisor,
  waitingDecision,
  waitingRelease,
} from "./chasing.fixture";
import { acknowledgeRefusal, isRecipient, levelsTakenOn } from "./escalation-policy";
import { type Obligation, obligationsOf, type WaitingDecision } from "./obligations";
import { type EscalationLevel, escalationLevels } from "./reminder-policy";

function obligationOf(type: Obligation["type"], task = chasedTask()): Obligation {
  const found = obligationsOf(task, calendar).find((each) => each.type === type);
  if (!found) throw new Error(`No ${type}`);
  return found;
}
const due = obligationOf("due");
const decision = (changes: Partial<WaitingDecision> = {}) =>
  obligationOf("decision", chasedTask({ inReview: [waitingDecision(changes)] }));

const idsOf = (may: (person: Actor) => boolean, people = staff) =>
  people.filter(may).map(({ id }) => id);

const countersign = {
  reviewSteps: [{ by: "countersign", departmentId: "housing", workdays: 3 }],
  countersignIds: ["housing"],
} satisfies Partial<WaitingDecision>;
const contribution = {
  kind: "contribution",
  reviewSteps: [{ by: "head", workdays: 2 }],
  cooperatingIds: ["housing"],
  departmentId: "housing",
  contributorIds: ["stranger"],
} satisfies Partial<WaitingDecision>;
const atSupervisor = { step: 2, deciderIds: ["head"] };

describe("whom a level speaks to", () => {
  const addressed = (obligation: Obligation) =>
    escalationLevels.map((level) => idsOf((person) => isRecipient(person, obligation, level)));

  it("is one role after the other, of the lead unit first", () => {
    expect(addressed(due)).toEqual([
      ["official", "namesake"],
      ["head"],
      ["supervisor"],
      ["director"],
    ]);
  });

  it("is, of a decision, whoever may decide and then the head of the unit it waits with", () => {
    const above = [["supervisor"], ["director"]];
    expect(addressed(decision())).toEqual([["head"], ["head"], ...above]);
    expect(addressed(decision(countersign))).toEqual([["other-head"], ["other-head"], ...above]);
    expect(addressed(decision(contribution))).toEqual([["other-head"], ["other-head"], ...above]);
    expect(addressed(decision(atSupervisor))).toEqual([["supervisor"], [], ...above]);
  });

  it("is, of a release, whoever may make the check, and no unit's head", () => {
    const release = obligationOf("release", chasedTask({ toRelease: [waitingRelease()] }));
    const [checkers, ...above] = [["supervisor", "director"], [], ["supervisor"], ["director"]];
    expect(addressed(release)).toEqual([checkers, ...above]);
  });

  it("is not a head who wrote it, but for being the head; and a deputy as who decides only", () => {
    expect(addressed(decision({ contributorIds: ["head"] })).slice(0, 2)).toEqual([[], ["head"]]);
    const deputy = { ...namesake, standsInFor: [head] };
    const speaks = (level: EscalationLevel) => isRecipient(deputy, decision(), level);
    expect([speaks("handler"), speaks("head")]).toEqual([true, false]);
  });
});

describe("acknowledging", () => {
  const codeOf = (actor: Actor, obligation: Obligation | null, level: EscalationLevel) =>
    acknowledgeRefusal(actor, { level, acknowledgedAt: null }, obligation)?.code ?? null;
  const may = (obligation: Obligation, level: EscalationLevel) =>
    idsOf((person) => codeOf(person, obligation, level) === null);

  it("is for those the level speaks to and those above them on its side: the office takes on nothing for a unit", () => {
    expect(may(due, "handler")).toEqual(["official", "namesake", "head"]);
    expect(may(due, "head")).toEqual(["head"]);
    expect(may(due, "supervisor")).toEqual(["supervisor", "director"]);
    expect(may(due, "office")).toEqual(["director"]);
  });

  it("is, of a decision, not for who waits for it: another unit's, or one's own head or official", () => {
    for (const obligation of [decision(countersign), decision(contribution)]) {
      expect(may(obligation, "handler")).toEqual(["other-head"]);
      expect(may(obligation, "head")).toEqual(["other-head"]);
    }
    expect(may(decision(), "handler")).toEqual(["head"]);
    expect(may(decision(atSupervisor), "handler")).toEqual(["supervisor", "director"]);
  });

  it("takes on what is below on the same side, and nothing of the other", () => {
    expect(levelsTakenOn("head", due)).toEqual(["handler", "head"]);
    expect(levelsTakenOn("office", due)).toEqual(["supervisor", "office"]);
    expect(levelsTakenOn("office", decision(atSupervisor))).toEqual([...escalationLevels]);
  });

  it("is of a request to go on while the clock stands still, too", () => {
    const inReview = [waitingDecision({ kind: "adjustment", taskStatus: "suspended" })];
    const obligation = obligationOf("decision", chasedTask({ status: "suspended", inReview }));
    expect(codeOf(head, obligation, "handler")).toBeNull();
  });

  it("says why not: another unit's, above one's own level, done, or over", () => {
    expect(codeOf(otherHead, due, "handler")).toBe("other_unit");
    expect(codeOf(head, decision(contribution), "handler")).toBe("other_unit");
    expect(codeOf(official, due, "head")).toBe("not_allowed");
    expect(codeOf(supervisor, due, "head")).toBe("not_allowed");
    const done = { level: "head" as const, acknowledgedAt: new Date(0) };
    expect(acknowledgeRefusal(head, done, due)?.code).toBe("escalation_acknowledged");
    expect(codeOf(head, null, "head")).toBe("escalation_over");
  });
});
