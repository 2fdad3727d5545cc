"use client";
import { useTranslations } from "next-intl";
import type { FieldValues, FormState } from "react-hook-form";
import type { FieldError } from "@/components/ui/error-summary";
import { refusalCodes } from "@/lib/domain/refusals";

/** A form's errors in words, for its summary and beside each field. Inputs have their field's name as id. */
export function useFieldErrors<Values extends FieldValues>(form: FormState<Values>) {
  const t = useTranslations();
  const say = (key: string) =>
    (refusalCodes as readonly string[]).includes(key)
      ? t(`refusals.${key}`)
      : t(`validation.${key}`);
  const errors: FieldError[] = Object.entries(form.errors).flatMap(([id, error]) => {
    // A refusal of the server comes with its sentence; the schemas name keys of the catalog.
    const message = error?.type === "server" ? error.message : say(String(error?.message));
    return message ? [{ id, message: String(message) }] : [];
  });
  const errorOf = (id: keyof Values & string) => errors.find((error) => error.id === id)?.message;
  const summary = { errors, title: t("work.form.errorTitle"), attempt: form.submitCount };
  return { summary, errorOf };
}
