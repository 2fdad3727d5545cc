"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { LongText } from "@/components/forms/form-fields";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { tellFlash } from "@/components/ui/flash";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { AcknowledgeInput, AnswerChaseInput, ChaseInput } from "@/lib/domain/chasing/inputs";
import { filledText, textLimits } from "@/lib/domain/texts";

export type ChaseAction = Action<ChaseInput, { code: string }>;

/** 催办 by hand: what a supervisor says to everybody of the lead unit. */
export function ChaseForm({ code, send }: { code: string; send: ChaseAction }) {
  const t = useTranslations("work.chasing");
  return (
    <FormWithConfirmation message={t("sent")}>
      {(onDone) => (
        <ChaseText
          id="chase"
          label={t("message")}
          hint={t("messageHint")}
          button={t("send")}
          missing="message_required"
          action={send}
          inputOf={(message) => ({ code, message })}
          onDone={onDone}
        />
      )}
    </FormWithConfirmation>
  );
}

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
      onDone={({ code }) => {
        tellFlash({ text: t("answered", { code }), from: "chased" });
        router.refresh();
      }}
    />
  );
}

export type AcknowledgeAction = Action<AcknowledgeInput, { code: string }>;

type Props = { escalationId: string; acknowledge: AcknowledgeAction };

/** 知悉: who takes a late obligation on says what is done about it, and it climbs no higher. */
export function EscalationForm({ escalationId, acknowledge }: Props) {
  const t = useTranslations("work.chasing");
  const router = useRouter();
  return (
    <ChaseText
      id={`note-${escalationId}`}
      label={t("note")}
      hint={t("noteHint")}
      button={t("acknowledge")}
      missing="acknowledgement_required"
      action={acknowledge}
      inputOf={(note) => ({ escalationId, note })}
      onDone={({ code }) => {
        tellFlash({ text: t("acknowledged", { code }), from: "chased" });
        router.refresh();
      }}
    />
  );
}

type Done = { code: string };
type ChaseTextProps<Input extends { key: string }> = {
  /** One page holds several of these forms: the id of this one's field. */
  id: string;
  label: string;
  hint: string;
  button: string;
  /** The key under `validation` of what is said when it is left empty. */
  missing: string;
  action: Action<Input, Done>;
  inputOf: (text: string) => Omit<Input, "key">;
  onDone: (done: Done) => void;
};

/** A form of one text: a 催办, the answer to one, or the note of an acknowledgement. */
function ChaseText<Input extends { key: string }>(props: ChaseTextProps<Input>) {
  const { id, label, hint, button, missing, action, inputOf, onDone } = props;
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema: z.object({ [id]: filledText(textLimits.message, missing) }),
    defaultValues: { [id]: "" },
    action,
    inputOf: (values) => inputOf(values[id] ?? ""),
    onDone,
    fieldOf: () => id,
  });
  return (
    <Form onSubmit={onSubmit} className="mt-2 space-y-3">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <LongText
        form={form}
        name={id}
        label={label}
        hint={hint}
        rows={3}
        max={textLimits.message}
        error={errorOf(id)}
      />
      <Button type="submit" disabled={busy}>
        {button}
      </Button>
    </Form>
  );
}
