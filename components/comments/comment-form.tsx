"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { type CommentInput, commentSchema } from "@/lib/domain/comments";
import { textLimits } from "@/lib/domain/texts";
import { CommentMentions, type Mentionable } from "./comment-mentions";

type Props = { code: string; people: Mentionable[]; post: Action<CommentInput, unknown> };

export function CommentForm(props: Props) {
  const t = useTranslations("work.comments");
  return (
    <div className="mt-3">
      <FormWithConfirmation told={t("posted")}>
        {(onDone) => <Blank {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </div>
  );
}

const schema = commentSchema.omit({ key: true });
type Values = Omit<CommentInput, "key">;

function Blank({ code, people, post, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.comments");
  const say = useRefusalText();
  const { press, busy, refusal } = useAction(post, onDone);
  const sheet = useForm<Values>({
    resolver: zodResolver(schema),
    defaultValues: { code, body: "", mentionedIds: [] },
    shouldFocusError: false,
  });
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const submit = sheet.handleSubmit(async (input) => {
    const refused = await press(input);
    if (refused?.field)
      sheet.setError(refused.field as keyof Values, { type: "server", message: say(refused) });
  });
  return (
    <Form onSubmit={submit} className="space-y-3">
      <ErrorSummary {...summary} />
      {refusal && !refusal.field && <RefusalNotice refusal={refusal} />}
      <Field
        id="body"
        label={t("body")}
        hint={t("bodyHint", { max: textLimits.message })}
        error={errorOf("body")}
      >
        {(described) => (
          <textarea
            {...described}
            {...sheet.register("body")}
            lang="zh-CN"
            rows={3}
            className={inputStyle}
          />
        )}
      </Field>
      <CommentMentions sheet={sheet} people={people} error={errorOf("mentionedIds")} />
      <Button type="submit" disabled={busy}>
        {t("post")}
      </Button>
    </Form>
  );
}
