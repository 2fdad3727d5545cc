"use client";
import { useTranslations } from "next-intl";
import type { ComponentProps, FormEventHandler, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary, type FieldError } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";

type Props = {
  onSubmit: FormEventHandler;
  busy: boolean;
  /** Whether something else must be there before it can be sent. */
  isHeld?: boolean;
  refusal: Refusal | null;
  summary: { errors: FieldError[]; title: string; attempt: number };
  hint: string;
  label: string;
  tone?: ComponentProps<typeof Button>["tone"];
  children: ReactNode;
};

/** The frame of a form that does one thing to a task: what it does, what is wrong, its fields, its button. */
export function ActionForm(props: Props) {
  const { onSubmit, busy, isHeld = false, refusal, summary, hint, label, tone, children } = props;
  const t = useTranslations("work.form");
  return (
    <Form onSubmit={onSubmit} className="space-y-4 border border-line bg-paper p-4">
      {hint && <p>{hint}</p>}
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {children}
      <Button type="submit" tone={tone} disabled={busy || isHeld}>
        {busy ? t("pending") : label}
      </Button>
    </Form>
  );
}
