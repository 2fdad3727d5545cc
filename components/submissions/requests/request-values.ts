import type { FormMapping } from "@/components/submissions/use-submission-form";
import type {
  AdjustmentChange,
  AdjustmentContent,
  ExtensionContent,
  ObjectionContent,
} from "@/lib/domain/submissions/contents";

// A request's form holds its content as it is; each begins blank.

export const extensionMapping: FormMapping<ExtensionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "extension" ? draft.content : { newDueOn: null, reason: "", progress: "" },
  contentOf: (content) => ({ kind: "extension", content }),
};

export const objectionMapping: FormMapping<ObjectionContent> = {
  valuesOf: (draft) =>
    draft?.kind === "objection" ? draft.content : { reason: "", suggestedLeadId: null },
  contentOf: (content) => ({ kind: "objection", content }),
};

/** Begins with the first change that the task's status allows. */
export function adjustmentMapping(change: AdjustmentChange): FormMapping<AdjustmentContent> {
  return {
    valuesOf: (draft) =>
      draft?.kind === "adjustment"
        ? draft.content
        : { change, reason: "", leadId: null, scope: "" },
    contentOf: (content) => ({ kind: "adjustment", content }),
  };
}
