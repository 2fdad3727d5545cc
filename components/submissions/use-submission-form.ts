"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  type DefaultValues,
  type FieldErrors,
  type FieldValues,
  type Path,
  type Resolver,
  useForm,
} from "react-hook-form";
import { useAction } from "@/components/forms/use-action";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { keepFlash } from "@/components/ui/flash";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { InboxSection } from "@/lib/domain/inbox";
import type { SubmissionKind } from "@/lib/domain/kinds";
import { contentSchemas, type TypedContent } from "@/lib/domain/submissions/contents";
import type {
  SaveDraftInput,
  SubmissionAtVersion,
  SubmitInput,
} from "@/lib/domain/submissions/inputs";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { localePath } from "@/messages/locales";
import { type Saved, useAutosave } from "./autosave";
import { sameContent, savedOf } from "./content";
import { useDraftConflict } from "./draft-conflict";

export type WriteActions = {
  save: Action<SaveDraftInput, Saved>;
  submit: Action<SubmitInput, { submissionId: string }>;
  withdraw: Action<SubmissionAtVersion, { code: string }>;
  discard: Action<SubmissionAtVersion, { code: string }>;
};

/** How a kind's form and its content become one another. */
export type FormMapping<Values> = {
  /** The draft in the form; without one, what the form comes with. */
  valuesOf(draft: TypedContent | null): Values;
  /** What the form says, fit to be saved at any moment: a number half typed is left out, never the text beside it. */
  contentOf(values: Values): TypedContent;
};

/** A form's state: what is typed, the draft that saves itself, the submit, and a race with another window. */
export function useSubmissionForm<Values extends FieldValues>({
  code,
  facts,
  mapping,
  actions,
  onConflict,
}: {
  code: string;
  facts: FormFacts;
  mapping: FormMapping<Values>;
  actions: WriteActions;
  onConflict: (isHeld: boolean) => void;
}) {
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations("work");
  const kinds = useTranslations("submissionKinds");
  const say = useRefusalText();
  const { open } = facts;
  const form = useForm<Values>({
    resolver: contentResolver(mapping),
    defaultValues: mapping.valuesOf(open?.content ?? null) as DefaultValues<Values>,
    shouldFocusError: false,
  });
  const read = () => mapping.contentOf(form.getValues());
  const autosave = useAutosave({
    start: open && savedOf(open),
    read,
    isUntouched: (content) => sameContent(content, mapping.contentOf(mapping.valuesOf(null))),
    save: (draft, pagePerson) => actions.save({ code, ...draft }, pagePerson),
  });
  const { run, busy, refusal } = useAction(actions.submit, () => {
    const { kind } = read();
    keepFlash({
      text: t("inbox.done.sent", { code, kind: kinds(kind) }),
      from: waitedIn(kind, open),
    });
    router.push(localePath(locale, `/work/${code}`));
  });
  useUnsavedWarning(autosave.state.phase !== "idle" && !busy);

  const submit = form.handleSubmit(async (values) => {
    const version = await autosave.settle();
    const refused = await run({ code, version, ...mapping.contentOf(values) });
    if (!refused) return;
    const { field } = refused;
    if (field && field in values)
      form.setError(field as Path<Values>, { type: "server", message: say(refused) });
    // What could not be sent is still kept; if another window was faster, this finds out.
    autosave.saveNow();
  });

  const { kept, conflict } = useDraftConflict({ facts, autosave, read, onConflict, show });
  function show(content: TypedContent | null) {
    form.reset(mapping.valuesOf(content));
  }
  return { form, autosave, submit, busy, refusal, kept, conflict };
}

/** In which section of the inbox it waited to be sent. */
function waitedIn(kind: SubmissionKind, open: FormFacts["open"]): InboxSection {
  if (open?.status === "returned") return "returned";
  return kind === "answer" ? "to_answer" : "to_report";
}

/** Checks what a form says by the schema of its kind, the one that the server asks. Messages are keys of the catalog. */
function contentResolver<Values extends FieldValues>({
  contentOf,
}: {
  contentOf: (values: Values) => TypedContent;
}): Resolver<Values> {
  return async (values) => {
    const { kind, content } = contentOf(values);
    const checked = contentSchemas[kind].sent.safeParse(content);
    if (checked.success) return { values, errors: {} };
    const errors = checked.error.issues.map(({ path, message }) => {
      const field = String(path[0]);
      const isReasonMissing = field === "progress" && "noNews" in content && content.noNews;
      const key = isReasonMissing && message !== "too_long" ? "no_news_reason_required" : message;
      return [field, { type: "validation", message: key }];
    });
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> };
  };
}
