import { describe, expect, it } from "vitest";
import { person, task } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import {
  answerFollowUpRefusal,
  checkFollowUpRefusal,
  checkFollowUpSchema,
  followUpRefusal,
  followUpState,
} from "./follow-ups";
import { letterStages } from "./letters";

const codeOf = (refusal: { code: string } | null) => refusal?.code ?? "may";

describe("a follow-up (对答复不满意)", () => {
  it("is for whoever was answered, or told why not", () => {
    const may = letterStages.filter((stage) => !followUpRefusal({ stage, erasure: null }, false));
    expect(may).toEqual(["answered", "withheld", "withdrawn"]);
  });

  it("is said once, and not of what was erased", () => {
    const letter = { stage: "answered", erasure: null } as const;
    expect(codeOf(followUpRefusal(letter, true))).toBe("follow_up_once");
    const erasure = { on: "2024-06-12", cause: "retention" } as const;
    expect(codeOf(followUpRefusal({ ...letter, erasure }, false))).toBe("letter_erased");
  });

  it("is answered by the director, until an answer waits or was given out", () => {
    const answer = (role: (typeof roles)[number], state: "open" | "checking") =>
      codeOf(answerFollowUpRefusal(person(role, "office"), task, state, false));
    expect(roles.filter((role) => answer(role, "open") === "may")).toEqual(["director"]);
    expect(answer("director", "checking")).toBe("letter_answered");
    const director = person("director", "office");
    expect(answerFollowUpRefusal(director, task, "returned", false)).toBeNull();
    expect(codeOf(answerFollowUpRefusal(director, task, "answered", false))).toBe(
      "letter_answered",
    );
    expect(codeOf(answerFollowUpRefusal(director, task, "open", true))).toBe("letter_erased");
  });

  it("is checked by somebody else of the office, once", () => {
    const written = { writerPersonId: "somebody", state: "checking" } as const;
    const may = roles.filter(
      (role) => !checkFollowUpRefusal(person(role, "office"), task, written, false),
    );
    expect(may).toEqual(["supervisor", "director"]);
    const director = person("director", "office");
    const own = { ...written, writerPersonId: director.personId };
    expect(codeOf(checkFollowUpRefusal(director, task, own, false))).toBe("submission_own_work");
    const otherPost = { ...person("supervisor", "office"), personId: director.personId };
    expect(codeOf(checkFollowUpRefusal(otherPost, task, own, false))).toBe("submission_own_work");
    const given = { ...written, state: "answered" } as const;
    expect(codeOf(checkFollowUpRefusal(director, task, given, false))).toBe("follow_up_checked");
  });

  it("of a branch's task is answered and checked by the branch's office too, of any other by none of it", () => {
    const director = { ...person("director", "city"), branchIds: ["city", "ecology"] };
    const written = { writerPersonId: "somebody", state: "checking" } as const;
    const outside = { leadDepartmentId: "housing" };
    expect(codeOf(answerFollowUpRefusal(director, task, "open", false))).toBe("may");
    expect(codeOf(answerFollowUpRefusal(director, outside, "open", false))).toBe("not_found");
    expect(codeOf(checkFollowUpRefusal(director, task, written, false))).toBe("may");
    expect(codeOf(checkFollowUpRefusal(director, outside, written, false))).toBe("not_found");
  });

  it("goes back only with a reason", () => {
    const key = crypto.randomUUID();
    const parses = (decision: string, reason: string) =>
      checkFollowUpSchema.safeParse({ key, answerId: key, decision, reason }).success;
    expect([parses("return", " "), parses("return", "不全"), parses("give_out", "")]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("stands where its last answer stands", () => {
    const states = [null, { decision: null }, { decision: "return" }, { decision: "give_out" }];
    expect(
      states.map((last) => followUpState(last as Parameters<typeof followUpState>[0])),
    ).toEqual(["open", "checking", "returned", "answered"]);
  });
});
