"use client";
import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { localePath } from "@/messages/locales";
import { useAction } from "./use-action";
import { useFieldErrors } from "./use-field-errors";

/** A form that does one thing to a task, and leads to the task's page once it is done. */
export function useTaskForm<Values extends FieldValues, Input extends { key: string }>(
  sheet: UseFormReturn<Values>,
  action: Action<Input, { code: string }>,
  inputOf: (values: Values) => Omit<Input, "key">,
) {
  const router = useRouter();
  const locale = useLocale();
  const say = useRefusalText();
  const { press, busy, refusal } = useAction(action, ({ code }) =>
    router.push(localePath(locale, `/work/${code}`)),
  );
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const onSubmit = sheet.handleSubmit(async (values) => {
    const refused = await press(inputOf(values));
    if (refused?.field)
      sheet.setError(refused.field as Path<Values>, { type: "server", message: say(refused) });
  });
  return { onSubmit, busy, refusal: refusal?.field ? null : refusal, summary, errorOf };
}
