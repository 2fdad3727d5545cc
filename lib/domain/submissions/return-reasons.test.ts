import { expect, test } from "vitest";
import { submissionKinds } from "@/lib/domain/kinds";
import { contentSchemas } from "./contents";
import { returnReasons } from "./return-reasons";

type Reason = (typeof returnReasons)[keyof typeof returnReasons][number];

/** Where the unit would mend it. */
const mendedIn: Record<Reason, string> = {
  ...{ facts: "progress", problems: "problems", next: "nextSteps", percent: "percent" },
  ...{
    unproven: "progress",
    unfinished: "progress",
    completedOn: "completedOn",
    share: "progress",
  },
  ...{ cause: "reason", newDueOn: "newDueOn", catchUp: "progress" },
  ...{ grounds: "reason", change: "change", agreed: "reason" },
  ...{ duties: "reason", suggestion: "suggestedLeadId" },
  ...{ unanswered: "answer", summary: "question", plain: "answer", promise: "answer" },
};

/** What only a request to say that all is done may be asked for. */
const ofCompletion = ["unproven", "unfinished", "completedOn"];

test.each(submissionKinds)("what a %s is returned with fits what it says", (kind) => {
  const fields = Object.keys((contentSchemas[kind].draft as unknown as { shape: object }).shape);
  expect(returnReasons[kind].length).toBeGreaterThan(1);
  for (const reason of returnReasons[kind]) expect(fields, reason).toContain(mendedIn[reason]);
  expect(returnReasons[kind].some((reason) => ofCompletion.includes(reason))).toBe(
    kind === "completion",
  );
});
