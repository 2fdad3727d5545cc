import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Refusal } from "@/lib/domain/refusals";
import type { TypedContent } from "./contents";
import type { EvidenceFile } from "./evidence";
import type { ReviewStep } from "./submission-kinds";
import type { SubmissionStatus, Transition } from "./submissions";

/** A submission that has not come to its end, as those see it who may: where it is, with whom and since when. */
export type OpenSubmission = {
  id: string;
  kind: SubmissionKind;
  status: SubmissionStatus;
  step: number | null;
  stepSince: Date | null;
  savedAt: Date;
  version: number;
  taskCode: string;
  departmentId: string;
  unit: string;
  author: string;
  /** The letter that an answer is to. */
  letterId: string | null;
  reviewSteps: readonly ReviewStep[];
  /** What the reader may do with it now. */
  transitions: readonly Transition[];
  /** Whom the reader would stand in for. */
  onBehalfOf: string | null;
};

/** One of the reader's own unit, as its form takes it. */
export type OwnSubmission = {
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
export type FormFacts = { open: OwnSubmission | null };
export type ClosedFormFacts = FormFacts & { refusal: Refusal };
