"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  type DefaultValues,
  type FieldValues,
  type FormState,
  type Path,
  useForm,
} from "react-hook-form";
import type { z } from "zod";
import type { FieldError } from "@/components/ui/error-summary";
import { keepFlash, type Told } from "@/components/ui/flash";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { refusalCodes } from "@/lib/domain/refusals";
import { readMessage } from "@/lib/domain/texts";
import { localePath } from "@/messages/locales";
import { useAction } from "./use-action";

/** A form that does one thing to a task, and leads to the task's page once it is done, where that may be told (`told`). */
export function useTaskForm<Values extends FieldValues, Input extends { key: string }>({
  told,
  ...given
}: Omit<ActionForm<Values, Input, { code: string }>, "onDone"> & {
  told?: (code: string) => Told;
}) {
  const router = useRouter();
  const locale = useLocale();
  return useActionForm<Values, Input, { code: string }>({
    ...given,
    onDone: ({ code }) => {
      if (told) keepFlash(told(code));
      router.push(localePath(locale, `/work/${code}`));
    },
  });
}

type ActionForm<
  Values extends FieldValues,
  Input extends { key: string },
  Result,
> = Checked<Values> & {
  action: Action<Input, Result>;
  inputOf: (values: Values) => Omit<Input, "key">;
  onDone: (result: Result) => void;
  /** Which of its fields the form shows for one that a refusal names, where they bear other names. */
  fieldOf?: (named: string) => Path<Values>;
};

/** A form that sends what it holds to an action; a refusal of one field stands beside that field. */
export function useActionForm<Values extends FieldValues, Input extends { key: string }, Result>({
  action,
  inputOf,
  onDone,
  fieldOf = (named) => named as Path<Values>,
  ...checked
}: ActionForm<Values, Input, Result>) {
  const say = useRefusalText();
  const { form, summary, errorOf } = useCheckedForm(checked);
  const { run, busy, refusal } = useAction(action, onDone);
  const onSubmit = form.handleSubmit(async (values) => {
    const refused = await run(inputOf(values));
    if (refused?.field)
      form.setError(fieldOf(refused.field), { type: "server", message: say(refused) });
  });
  return { form, onSubmit, busy, refusal: refusal?.field ? null : refusal, summary, errorOf };
}

type Checked<Values extends FieldValues> = {
  schema: z.ZodType<Values, Values>;
  /** What it begins with; `values` takes on what comes later, too. */
  defaultValues?: DefaultValues<Values>;
  values?: Values;
};

/** A form that is checked by the schema that the server asks, its errors in words. Inputs have their field's name as id. */
export function useCheckedForm<Values extends FieldValues>({ schema, ...start }: Checked<Values>) {
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(schema),
    shouldFocusError: false,
    ...start,
  });
  return { form, ...useFieldErrors(form.formState) };
}

/** A form's errors in words, for its summary and beside each field; those of a list's rows by their own names. */
export function useFieldErrors<Values extends FieldValues>(state: FormState<Values>) {
  const t = useTranslations();
  const say = (message: string) => {
    const { key, about } = readMessage(message);
    return (refusalCodes as readonly string[]).includes(key)
      ? t(`refusals.${key}`)
      : t(`validation.${key}`, about);
  };
  const errors: FieldError[] = errorsUnder(state.errors).flatMap(({ id, type, message: said }) => {
    // A refusal of the server comes with its sentence; the schemas name keys of the catalog.
    const message = type === "server" ? said : say(String(said));
    return message ? [{ id, message }] : [];
  });
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message;
  const summary = { errors, title: t("work.form.errorTitle"), attempt: state.submitCount };
  return { summary, errorOf };
}

type Found = { id: string; type: string; message?: string };

/** The errors of fields, and of those inside them, each under its field's whole name; a list's own is its `root`. */
function errorsUnder(errors: object, path = ""): Found[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (typeof error !== "object" || error === null) return [];
    const id = name === "root" && path ? path : path ? `${path}.${name}` : name;
    const { type, message } = error as { type?: unknown; message?: string };
    return typeof type === "string" ? [{ id, type, message }] : errorsUnder(error, id);
  });
}
