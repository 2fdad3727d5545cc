"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { Action } from "@/lib/domain/action-result";
import type { SaveDraftInput, SubmissionAtVersion, SubmitInput } from "@/lib/domain/inputs";
import type { Period } from "@/lib/domain/periods";
import type { SubmissionStatus, Transition } from "@/lib/domain/submissions";
import { localePath } from "@/messages/locales";
import { useRefusalText } from "./refusal";
import type { ReportContent } from "./report-text";
import {
  type Draft,
  draftOf,
  periodChoices,
  type ReportValues,
  reportValuesSchema,
  savableDraft,
  valuesOf,
} from "./report-values";
import { type Saved, useAutosave } from "./use-autosave";
import { usePress } from "./use-press";
import { useUnsavedWarning } from "./use-unsaved-warning";

export type OpenDraft = Draft & {
  id: string;
  status: SubmissionStatus;
  version: number;
  savedAt: Date;
  transitions: readonly Transition[];
};
export type ReportFormFacts = {
  facts: { hasChildren: boolean; hasOpenChildren: boolean };
  published: ReportContent | null;
  periods: Period[];
  open: OpenDraft | null;
};
export type WriteActions = {
  save: Action<SaveDraftInput, Saved>;
  submit: Action<SubmitInput, { submissionId: string }>;
  discard: Action<SubmissionAtVersion, { code: string }>;
};

/** The report form's state: what is typed, the draft that saves itself, the submit, and a race with another window. */
export function useReportForm(
  code: string,
  form: ReportFormFacts,
  actions: WriteActions,
  onConflict: (isHeld: boolean) => void,
) {
  const router = useRouter();
  const locale = useLocale();
  const say = useRefusalText();
  const { open } = form;
  const periods = periodChoices(form.periods, open);
  const sheet = useForm<ReportValues>({
    resolver: zodResolver(reportValuesSchema),
    defaultValues: valuesOf(open, periods),
    shouldFocusError: false,
  });
  const autosave = useAutosave({
    start: { version: open?.version ?? null, savedAt: open?.savedAt.toISOString() ?? null },
    read: () => {
      const draft = savableDraft(sheet.getValues(), periods);
      return draft && { code, ...draft };
    },
    save: actions.save,
  });
  const { press, busy, refusal } = usePress(actions.submit, () =>
    router.push(localePath(locale, `/work/${code}`)),
  );
  useUnsavedWarning(autosave.state.phase !== "idle" && !busy);

  const submit = sheet.handleSubmit(async (values) => {
    const version = await autosave.settle();
    const refused = await press({ code, version, ...draftOf(values, periods) });
    if (!refused) return;
    const { field } = refused;
    if (field && field in values)
      sheet.setError(field as keyof ReportValues, { type: "server", message: say(refused) });
    // What could not be sent is still kept; if another window was faster, this finds out.
    autosave.saveNow();
  });

  const isOvertaken = autosave.state.refusal?.code === "submission_changed";
  const [formBefore, setFormBefore] = useState<ReportFormFacts | null>(null);
  const [kept, setKept] = useState<ReportContent | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each race lost, not for each new form
  useEffect(() => {
    onConflict(isOvertaken);
    if (!isOvertaken) return;
    setFormBefore(form);
    router.refresh();
  }, [isOvertaken]);

  const conflict = {
    isLoading: formBefore === form,
    mine: () => draftOf(sheet.getValues(), periods).content,
    keepMine() {
      autosave.adopt(open);
      autosave.saveNow();
    },
    takeOther() {
      setKept(conflict.mine());
      sheet.reset(valuesOf(open, periods));
      autosave.adopt(open);
    },
  };
  return {
    sheet,
    periods,
    autosave,
    submit,
    busy,
    refusal,
    kept,
    conflict: isOvertaken ? conflict : null,
  };
}
