"use client";
import { useTranslations } from "next-intl";
import { LongText } from "@/components/forms/form-fields";
import { type FieldsProps, SubmissionForm } from "@/components/submissions/submission-form";
import type { FormMapping, WriteActions } from "@/components/submissions/use-submission-form";
import type { AnswerContent } from "@/lib/domain/submissions/contents";
import type { FormFacts } from "@/lib/domain/submissions/open-submissions";
import { textLimits } from "@/lib/domain/texts";

type Props = { code: string; letterId: string; facts: FormFacts; actions: WriteActions };

/** 来信答复: what was asked, in the unit's words, and the answer; both are for the public. */
export function AnswerForm({ code, letterId, facts, actions }: Props) {
  const t = useTranslations("work.request.answer");
  return (
    <SubmissionForm
      code={code}
      facts={facts}
      mapping={answerMapping(letterId)}
      actions={actions}
      note={t("submitNote")}
    >
      {(fields) => <AnswerFields {...fields} />}
    </SubmissionForm>
  );
}

function answerMapping(letterId: string): FormMapping<AnswerContent> {
  return {
    valuesOf: (draft) =>
      draft?.kind === "answer"
        ? draft.content
        : { letterId, question: "", answer: "", corrected: false },
    contentOf: (content) => ({ kind: "answer", content }),
  };
}

function AnswerFields({ form, errorOf }: FieldsProps<AnswerContent>) {
  const t = useTranslations("work.request.answer");
  return (
    <>
      <LongText
        name="question"
        form={form}
        label={t("question")}
        hint={t("questionHint")}
        error={errorOf("question")}
        max={textLimits.question}
        rows={3}
      />
      <LongText
        name="answer"
        form={form}
        label={t("answer")}
        hint={t("answerHint")}
        error={errorOf("answer")}
        max={textLimits.answer}
        rows={8}
      />
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" className="size-5" {...form.register("corrected")} />
        {t("correctedBox")}
      </label>
    </>
  );
}
