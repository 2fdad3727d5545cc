import type { TypedContent } from "@/lib/domain/submissions/contents";
import type { OwnSubmission } from "@/lib/domain/submissions/open-submissions";
import type { Saved } from "./autosave";

/** The draft that autosave goes on from. */
export function savedOf({ id, version, savedAt }: OwnSubmission): Saved {
  return { submissionId: id, version, savedAt: savedAt.toISOString() };
}

/** Whether two are the same kind and say the same. A content is flat, and the database keeps no order of its keys. */
export function sameContent(one: TypedContent, other: TypedContent): boolean {
  const [these, those] = [Object.entries(one.content), Object.entries(other.content)];
  const values = new Map<string, unknown>(those);
  return (
    one.kind === other.kind &&
    these.length === those.length &&
    these.every(([key, value]) => values.get(key) === value)
  );
}
