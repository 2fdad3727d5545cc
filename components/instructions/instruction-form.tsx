"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, DateField, LongText } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type Addressee,
  addressees,
  instructionWorkdays,
  type WriteInstructionInput,
  writeInstructionSchema,
} from "@/lib/domain/instructions";
import { textLimits } from "@/lib/domain/texts";
import { localePath } from "@/messages/locales";

type Props = {
  code: string | null;
  planSlug: string | null;
  today: Day;
  dueOn: Day;
  send: Action<WriteInstructionInput, { id: string }>;
};

const values = writeInstructionSchema.omit({ key: true, code: true, planSlug: true });

/** 写批示: the words, whom they go to, and by when an answer is wanted. Without a task they go to the office. */
export function InstructionForm({ code, planSlug, today, dueOn, send }: Props) {
  const t = useTranslations("work.instructions");
  const router = useRouter();
  const locale = useLocale();
  const { form, errorOf, ...state } = useActionForm({
    schema: values,
    defaultValues: {
      text: "",
      sharesWords: false,
      dueOn,
      ...(code === null && { addressee: "office" as Addressee }),
    },
    action: send,
    inputOf: (chosen) => ({ ...chosen, code, planSlug }),
    onDone: ({ id }) => router.push(localePath(locale, `/instructions/${id}`)),
  });
  const choices = addressees.map((value) => ({ value, label: t(`addressees.${value}`) }));
  return (
    <div className="mt-4 max-w-3xl">
      <ActionForm {...state} hint={t("hint")} label={t("send")}>
        <LongText
          form={form}
          name="text"
          label={t("text")}
          hint={t("textHint")}
          max={textLimits.message}
          error={errorOf("text")}
        />
        {code !== null && (
          <ChoiceField
            form={form}
            name="addressee"
            legend={t("addressee")}
            choices={choices}
            error={errorOf("addressee")}
          />
        )}
        {form.watch("addressee") === "office" && (
          <label className="flex min-h-11 items-center gap-2">
            <input type="checkbox" className="size-5" {...form.register("sharesWords")} />
            {t("share")}
          </label>
        )}
        <DateField
          form={form}
          name="dueOn"
          label={t("dueOn")}
          hint={t("dueOnHint", { days: instructionWorkdays })}
          min={today}
          error={errorOf("dueOn")}
        />
      </ActionForm>
    </div>
  );
}
