import { z } from "zod";
import type { Query } from "@/lib/domain/inputs";
import { submissionKinds } from "@/lib/domain/kinds";
import { submissionStatuses } from "@/lib/domain/submissions/submissions";

const decided = z.object({
  done: z.enum(submissionStatuses).exclude(["draft"]),
  kind: z.enum(submissionKinds).default("progress"),
  code: z.string().max(20),
  release: z.literal("waits").optional(),
});

/** What the address of the inbox says: a section to show whole, and the decision that led here. */
export function inboxAddress(query: Query) {
  const { data } = decided.safeParse(query);
  return {
    all: query.all,
    done: data ? { words: wordsOf(data), kind: data.kind, code: data.code } : null,
  };
}

/** Which sentence says what became of it. */
function wordsOf({ done, release }: z.infer<typeof decided>) {
  return done === "approved" && release ? "approvedWaiting" : done;
}
