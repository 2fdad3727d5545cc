"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import { type ExampleTask, ReminderTable } from "@/components/chasing/reminder-table";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { type SetSaved, VersionedForm } from "@/components/forms/versioned-form";
import type { Action } from "@/lib/domain/action-result";
import type { UnitOption } from "@/lib/domain/people/departments";
import { type ConfigurePlanInput, type PlanSettings, planSettingsSchema } from "@/lib/domain/plans";
import { SettingsNumber, SettingsSteps } from "./settings-fields";

type Props = {
  plan: { slug: string; version: number; settings: PlanSettings };
  /** The units that countersign now. */
  units: readonly UnitOption[];
  find: FindUnits;
  /** The plan's next deadline, for the sentences of its reminders. */
  example: ExampleTask | null;
  configure: Action<ConfigurePlanInput, { slug: string }>;
};

/** A plan's own rules: who reviews in which order, how long everybody has, when lights turn and who is reminded. */
export function SettingsForm(props: Props) {
  const t = useTranslations("work.settings");
  return (
    <VersionedForm
      version={props.plan.version}
      saved={t("saved")}
      form={(setSaved) => <FormOfVersion {...props} setSaved={setSaved} />}
    />
  );
}

type FormProps = Props & { setSaved: SetSaved };

function FormOfVersion({
  plan: { slug, version, settings },
  units,
  find,
  example,
  configure,
  setSaved,
}: FormProps) {
  const t = useTranslations("work.settings");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema: planSettingsSchema,
    defaultValues: settings,
    action: (input: ConfigurePlanInput, pagePerson) => {
      setSaved(false);
      return configure(input, pagePerson);
    },
    inputOf: (values) => ({ slug, version, settings: values }),
    onDone: () => {
      setSaved(true);
      router.refresh();
    },
  });
  return (
    <FormProvider {...form}>
      <ActionForm {...state} hint={t("hint")} label={t("save")}>
        <SettingsSteps units={units} find={find} error={errorOf("reviewSteps")} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {(
            [
              "receiptWorkdays",
              "objectionWorkdays",
              "answerWorkdays",
              "dueSoonDays",
              "behindPoints",
              "farBehindPoints",
            ] as const
          ).map((name) => (
            <SettingsNumber key={name} name={name} label={t(name)} error={errorOf(name)} />
          ))}
        </div>
        <label className="flex min-h-11 items-center gap-2">
          <input {...form.register("evidenceRequired")} type="checkbox" className="size-5" />
          {t("evidenceRequired")}
        </label>
        <label className="flex min-h-11 items-center gap-2">
          <input {...form.register("releaseCheck")} type="checkbox" className="size-5" />
          {t("releaseCheck")}
        </label>
        <ReminderTable example={example} isOfPlan error={errorOf("reminders")} />
      </ActionForm>
    </FormProvider>
  );
}
