"use server";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { action } from "@/lib/actions/action";
import {
  saveDraftSchema,
  submissionAtVersionSchema,
  submitSchema,
} from "@/lib/domain/submissions/inputs";

const permission = "submission.write";

export const save = action({ permission, schema: saveDraftSchema }, saveDraft);
export const submit = action({ permission, schema: submitSchema }, submitDraft);
export const withdraw = action(
  { permission, schema: submissionAtVersionSchema },
  withdrawSubmission,
);
export const discard = action({ permission, schema: submissionAtVersionSchema }, discardDraft);
