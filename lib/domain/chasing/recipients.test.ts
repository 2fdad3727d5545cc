import { describe, expect, it, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import type { Staff } from "@/lib/domain/people/staff";
import {
  chasedTask,
  head,
  namesake,
  official,
  otherHead,
  reportDue,
  staff,
  stranger,
  supervisor,
  waitingDecision,
} from "./chasing.fixture";
import { obligationsOf, type WaitingDecision } from "./obligations";
import {
  escalationRecipients,
  peopleOfNotice,
  recipientsAtLevel,
  recipientsOf,
} from "./recipients";
import { escalationLevels, standardAudience } from "./reminder-policy";

const obligation = (type: string, changes: Parameters<typeof chasedTask>[0] = {}) => {
  const task = chasedTask({ reports: [reportDue("2024-07-05")], ...changes });
  const found = obligationsOf(task, calendar).find((each) => each.type === type);
  if (!found) throw new Error(`No ${type}`);
  return found;
};
/** Whom a rule reminds that names nobody. */
const reminded = (
  found: ReturnType<typeof obligation>,
  people: Staff,
  when: "before" | "after" = "after",
) =>
  recipientsOf(found, standardAudience({ obligation: found.type, when }), people).map(
    ({ id }) => id,
  );
const notified = (found: ReturnType<typeof obligation>, people: Staff = staff) => {
  const always = reminded(found, people, "before");
  return {
    always,
    onceLate: reminded(found, people).filter((id) => !always.includes(id)),
  };
};

describe("who is reminded", () => {
  it("of a due day: every official of the lead unit, also those of one name, and its heads once it is late", () => {
    expect(notified(obligation("due"))).toEqual({
      always: ["official", "namesake"],
      onceLate: ["head"],
    });
  });

  it("of a report: the officials", () => {
    expect(notified(obligation("report"))).toEqual({
      always: ["official", "namesake"],
      onceLate: [],
    });
  });

  it("of a receipt: the whole unit, and whoever assigned it once it is late", () => {
    expect(notified(obligation("receipt", { status: "assigned" }))).toEqual({
      always: ["official", "namesake", "head"],
      onceLate: ["system-admin"],
    });
  });
});

describe("who is reminded of a decision", () => {
  const approvers = (changes: Partial<WaitingDecision>, people: Staff = staff) =>
    reminded(obligation("decision", { inReview: [waitingDecision(changes)] }), people);

  it("is the head of the unit that wrote, then the supervisors", () => {
    expect(approvers({})).toEqual(["head"]);
    expect(approvers({ step: 2, deciderIds: ["head"] })).toEqual(["supervisor"]);
  });

  it("is the head of the unit that countersigns, and the director for an objection", () => {
    expect(
      approvers({
        reviewSteps: [{ by: "countersign", departmentId: "housing", workdays: 3 }],
        countersignIds: ["housing"],
      }),
    ).toEqual(["other-head"]);
    expect(
      reminded(
        obligation("decision", {
          status: "assigned",
          inReview: [
            waitingDecision({
              kind: "objection",
              taskStatus: "assigned",
              reviewSteps: [{ by: "director", workdays: 2 }],
            }),
          ],
        }),
        staff,
      ),
    ).toEqual(["director"]);
  });

  it("is nobody who wrote on it or has decided", () => {
    expect(approvers({ contributorIds: ["head"] })).toEqual([]);
    expect(approvers({ step: 2, deciderIds: ["supervisor"] })).toEqual([]);
  });

  it("is the deputy of the day as well, unless the deputy wrote it", () => {
    const deputy = { ...namesake, standsInFor: [head] };
    expect(approvers({}, [deputy, head])).toEqual(["namesake", "head"]);
    expect(approvers({ contributorIds: ["namesake"] }, [deputy, head])).toEqual(["head"]);
  });
});

test("a rule speaks to those it names, nobody twice", () => {
  const named = recipientsOf(obligation("due"), ["supervisor", "head", "office", "head"], staff);
  expect(named.map(({ id }) => id)).toEqual(["supervisor", "head", "director"]);
});

test("the escalation: handler, head, supervisor, office", () => {
  const of = (type: string) =>
    escalationLevels.map((level) =>
      recipientsAtLevel(obligation(type, { inReview: [waitingDecision()] }), level, staff).map(
        ({ id }) => id,
      ),
    );
  expect(of("due")).toEqual([["official", "namesake"], ["head"], ["supervisor"], ["director"]]);
  expect(of("decision")).toEqual([["head"], ["head"], ["supervisor"], ["director"]]);
});

test("a yellow notice goes to the unit, a red one to the supervisors too", () => {
  const unit = [official, namesake, head];
  expect(peopleOfNotice("yellow", "ecology", staff)).toEqual(unit);
  expect(peopleOfNotice("red", "ecology", staff)).toEqual([...unit, supervisor]);
  expect(peopleOfNotice("yellow", "housing", staff)).toEqual([stranger, otherHead]);
});

describe("a task with a named handler (承办人)", () => {
  const due = (changes: Parameters<typeof chasedTask>[0], people: Staff = staff) =>
    recipientsAtLevel(obligation("due", changes), "handler", people).map(({ id }) => id);

  it("reminds them alone, a head too, and climbs as ever", () => {
    expect(due({ handlerId: "namesake" })).toEqual(["namesake"]);
    const byHead = obligation("due", { handlerId: "head" });
    expect(notified(byHead)).toEqual({ always: ["head"], onceLate: [] });
    expect(recipientsAtLevel(byHead, "head", staff).map(({ id }) => id)).toEqual(["head"]);
  });

  it("reminds every official once the handler is disabled, of another unit, or of another role", () => {
    const all = ["official", "namesake"];
    expect(due({ handlerId: "gone" })).toEqual(all);
    expect(due({ handlerId: "stranger" })).toEqual(all);
    expect(due({ handlerId: "supervisor" })).toEqual(all);
  });

  it("is decided on by whoever may, not by the handler", () => {
    const waiting = obligation("decision", {
      handlerId: "namesake",
      inReview: [waitingDecision({})],
    });
    expect(recipientsAtLevel(waiting, "handler", staff).map(({ id }) => id)).toEqual(["head"]);
  });
});

test("a unit's liaison (联络员) hears what it is told, of whatever unit they are, and once", () => {
  const liaison = { ...stranger, liaisonOf: ["ecology"] };
  const own = { ...namesake, liaisonOf: ["ecology"] };
  const people = [official, own, head, liaison, supervisor];
  const ids = reminded(obligation("due", { handlerId: "namesake" }), people);
  expect(ids).toEqual(["namesake", "stranger", "head"]);
  expect(peopleOfNotice("yellow", "ecology", people)).toEqual([official, own, head, liaison]);
  expect(peopleOfNotice("yellow", "housing", people)).toEqual([liaison]);
});

test("a level that has nobody goes to the director, where escalations end, and says so", () => {
  const found = obligation("due");
  const director = {
    ...supervisor,
    id: "director",
    personId: "director",
    role: "director" as const,
  };
  const office = [...staff.filter((each) => each.role !== "director"), director];
  const without = (role: string) => office.filter((each) => each.role !== role);
  const heard = (level: "handler" | "head", people: Staff) => {
    const { people: told, isUnheard } = escalationRecipients(found, level, people);
    return [told.map(({ id }) => id), isUnheard];
  };
  expect(heard("head", without("nobody"))).toEqual([["head"], false]);
  expect(heard("head", without("head"))).toEqual([["director"], true]);
  expect(heard("handler", without("official"))).toEqual([["director"], true]);
  const nobody = without("head").filter(({ role }) => role !== "director");
  expect(heard("head", nobody)).toEqual([[], true]);
});
