import type { Paper } from "@/components/submissions/use-submission-form";
import type {
  AdjustmentChange,
  AdjustmentContent,
  ExtensionContent,
  ObjectionContent,
} from "@/lib/domain/submissions/contents";

// A request's form holds its content as it is; each begins blank.

export const extensionPaper: Paper<ExtensionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "extension" ? draft.content : { newDueOn: null, reason: "", progress: "" },
  written: (content) => ({ kind: "extension", content }),
};

export const objectionPaper: Paper<ObjectionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "objection" ? draft.content : { reason: "", suggestedLeadId: null },
  written: (content) => ({ kind: "objection", content }),
};

/** Begins with the first change that the task's status allows. */
export function adjustmentPaper(change: AdjustmentChange): Paper<AdjustmentContent> {
  return {
    valuesOf: (draft) =>
      draft?.kind === "adjustment"
        ? draft.content
        : { change, reason: "", leadId: null, scope: "" },
    written: (content) => ({ kind: "adjustment", content }),
  };
}
