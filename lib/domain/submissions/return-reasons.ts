import type { SubmissionKind } from "@/lib/domain/kinds";

/** Common reasons to return each kind (常用退回意见): each asks for something that this kind's form has a place for. */
export const returnReasons = {
  progress: ["facts", "problems", "next", "percent"],
  completion: ["unproven", "unfinished", "completedOn", "facts"],
  contribution: ["share", "facts", "problems", "next"],
  extension: ["cause", "newDueOn", "catchUp"],
  adjustment: ["grounds", "change", "agreed"],
  objection: ["duties", "suggestion"],
  answer: ["unanswered", "summary", "plain", "promise"],
} as const satisfies Record<SubmissionKind, readonly string[]>;
