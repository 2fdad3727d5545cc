import type { Refusal } from "@/lib/domain/refusals";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import type { EvidenceFile } from "@/lib/domain/submissions/evidence";
import type { SubmissionStatus, Transition } from "@/lib/domain/submissions/submissions";
import type { Saved } from "./autosave";

/** A submission that has not come to its end, as its unit's form takes it. */
export type OpenSubmission = {
  id: string;
  status: SubmissionStatus;
  version: number;
  savedAt: Date;
  content: TypedContent;
  transitions: readonly Transition[];
  evidence: readonly EvidenceFile[];
  /** Why it came back, while it is still to be mended. */
  lastReturn: { reason: string | null; decidedBy: string; decidedAt: Date } | null;
};

/** What a form needs beside its own facts: what is open, or why it is closed. */
export type FormFacts = { open: OpenSubmission | null };
export type ClosedForm = { refusal: Refusal; open: OpenSubmission | null };

/** The draft that autosave goes on from. */
export function savedOf({ id, version, savedAt }: OpenSubmission): Saved {
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
