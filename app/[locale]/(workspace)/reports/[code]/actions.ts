"use server";
import { saveDraft } from "@/db/mutations/drafts";
import { submitReport, withdrawSubmission } from "@/db/mutations/submissions";
import { action } from "@/lib/action";
import { saveDraftSchema, submitSchema, withdrawSchema } from "@/lib/domain/inputs";

const permission = "submission.write";

export const save = action({ permission, schema: saveDraftSchema }, saveDraft);
export const submit = action({ permission, schema: submitSchema }, submitReport);
export const withdraw = action({ permission, schema: withdrawSchema }, withdrawSubmission);
