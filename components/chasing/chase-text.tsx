"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { LongText } from "@/components/ui/long-text";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { filledText, textLimits } from "@/lib/domain/texts";

type Props<Input extends { key: string }> = {
  /** One page holds several of these forms: the id of this one's field. */
  id: string;
  label: string;
  hint: string;
  button: string;
  /** The key under `validation` of what is said when it is left empty. */
  missing: string;
  action: Action<Input, unknown>;
  inputOf: (text: string) => Omit<Input, "key">;
  onDone: () => void;
};

/** A form of one text: a 催办, the answer to one, or the note of an acknowledgement. */
export function ChaseText<Input extends { key: string }>(props: Props<Input>) {
  const { id, label, hint, button, missing, action, inputOf, onDone } = props;
  const say = useRefusalText();
  const { press, busy, refusal } = useAction(action, onDone);
  const sheet = useForm<Record<string, string>>({
    resolver: zodResolver(z.object({ [id]: filledText(textLimits.message, missing) })),
    defaultValues: { [id]: "" },
    shouldFocusError: false,
  });
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const submit = sheet.handleSubmit(async (values) => {
    const refused = await press(inputOf(values[id] ?? ""));
    if (refused?.field) sheet.setError(id, { type: "server", message: say(refused) });
  });
  return (
    <Form onSubmit={submit} className="mt-2 space-y-3">
      <ErrorSummary {...summary} />
      {refusal && !refusal.field && <RefusalNotice refusal={refusal} />}
      <LongText
        sheet={sheet}
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
