"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, LongText } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import {
  type AnswerFollowUpInput,
  answerFollowUpSchema,
  type CheckFollowUpInput,
  type FollowUpDecision,
  followUpDecisions,
} from "@/lib/domain/letters/follow-ups";
import { longText, textLimits } from "@/lib/domain/texts";

type AnswerProps = {
  letterId: string;
  /** What was sent back, to be mended. */
  draft: string;
  answer: Action<AnswerFollowUpInput, { code: string }>;
};

/** The director's answer to whom was not satisfied. */
export function FollowUpAnswerForm({ letterId, draft, answer }: AnswerProps) {
  const t = useTranslations("work.followUp");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema: answerFollowUpSchema.pick({ answer: true }),
    defaultValues: { answer: draft },
    action: answer,
    inputOf: ({ answer: words }) => ({ letterId, answer: words }),
    onDone: () => router.refresh(),
  });
  return (
    <section aria-labelledby="answer-follow-up">
      <h2 id="answer-follow-up" className="mb-2 text-lg font-bold">
        {t("title")}
      </h2>
      <ActionForm {...state} hint={t("hint")} label={t("send")}>
        <LongText
          form={form}
          name="answer"
          label={t("answer")}
          hint={t("answerHint")}
          rows={8}
          max={textLimits.answer}
          error={errorOf("answer")}
        />
      </ActionForm>
    </section>
  );
}

type CheckProps = { answerId: string; check: Action<CheckFollowUpInput, { code: string }> };

const checkValues = z
  .object({ decision: z.enum(followUpDecisions), reason: longText(textLimits.reason) })
  .refine(({ decision, reason }) => decision === "give_out" || reason.trim() !== "", {
    path: ["reason"],
    message: "reason_required",
  });

/** Somebody else of the office gives the answer out or sends it back. */
export function FollowUpCheckForm({ answerId, check }: CheckProps) {
  const t = useTranslations("work.followUp");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema: checkValues,
    defaultValues: { decision: "give_out" as FollowUpDecision, reason: "" },
    action: check,
    inputOf: (values) => ({ answerId, ...values }),
    onDone: () => router.refresh(),
  });
  return (
    <section aria-labelledby="check-follow-up">
      <h2 id="check-follow-up" className="mb-2 text-lg font-bold">
        {t("check")}
      </h2>
      <ActionForm {...state} hint={t("checkHint")} label={t("confirm")}>
        <ChoiceField
          form={form}
          name="decision"
          legend={t("decision")}
          choices={followUpDecisions.map((value) => ({ value, label: t(value) }))}
          error={errorOf("decision")}
        />
        {form.watch("decision") === "return" && (
          <LongText
            form={form}
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            max={textLimits.reason}
            error={errorOf("reason")}
          />
        )}
      </ActionForm>
    </section>
  );
}
