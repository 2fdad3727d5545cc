"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Action } from "@/lib/domain/action-result";
import type { AnswerChaseInput } from "@/lib/domain/chasing/inputs";
import { ChaseText } from "./chase-text";

export type AnswerAction = Action<AnswerChaseInput, { code: string }>;

/** The unit's answer to a 催办. */
export function ChaseAnswer({ chaseId, answer }: { chaseId: string; answer: AnswerAction }) {
  const t = useTranslations("work.chasing");
  const router = useRouter();
  return (
    <ChaseText
      id={`answer-${chaseId}`}
      label={t("answer")}
      hint={t("answerHint")}
      button={t("sendAnswer")}
      missing="answer_required"
      action={answer}
      inputOf={(text) => ({ chaseId, answer: text })}
      onDone={() => router.refresh()}
    />
  );
}
