"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { type SetSaved, VersionedForm } from "@/components/forms/versioned-form";
import type { Action } from "@/lib/domain/action-result";
import type { ReminderPolicy } from "@/lib/domain/chasing/reminder-policy";
import {
  reminderPolicySchema,
  type SetReminderDefaultsInput,
} from "@/lib/domain/chasing/reminder-settings";
import { type ExampleTask, ReminderTable } from "./reminder-table";

type Props = {
  version: number;
  reminders: ReminderPolicy;
  example: ExampleTask | null;
  set: Action<SetReminderDefaultsInput, { version: number }>;
};

/** The reminders that new plans begin with. */
export function ReminderDefaultsForm(props: Props) {
  const t = useTranslations("work.reminders");
  return (
    <VersionedForm
      version={props.version}
      saved={t("saved")}
      form={(setSaved) => <FormOfVersion {...props} setSaved={setSaved} />}
    />
  );
}

const schema = z.strictObject({ reminders: reminderPolicySchema });
type FormProps = Props & { setSaved: SetSaved };

function FormOfVersion({ version, reminders, example, set, setSaved }: FormProps) {
  const t = useTranslations("work.reminders");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema,
    defaultValues: { reminders },
    action: (input: SetReminderDefaultsInput, pagePerson) => {
      setSaved(false);
      return set(input, pagePerson);
    },
    inputOf: (values) => ({ version, ...values }),
    onDone: () => {
      setSaved(true);
      router.refresh();
    },
  });
  return (
    <FormProvider {...form}>
      <ActionForm {...state} hint={t("hint")} label={t("save")}>
        <ReminderTable example={example} isOfPlan={false} error={errorOf("reminders")} />
      </ActionForm>
    </FormProvider>
  );
}
