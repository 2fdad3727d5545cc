"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { ActForm } from "@/components/forms/action-form";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Notice } from "@/components/ui/notice";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { ConfigurePlanInput } from "@/lib/domain/inputs";
import { type PlanSettings, planSettingsSchema } from "@/lib/domain/plans";
import { SettingsNumber, SettingsReminders, SettingsSteps } from "./settings-fields";

type Props = {
  plan: { slug: string; version: number; settings: PlanSettings };
  units: readonly { id: string; name: string }[];
  configure: Action<ConfigurePlanInput, { slug: string }>;
};

/** A plan's own rules: who reviews in which order, how long everybody has, when lights turn and who is reminded. */
export function SettingsForm(props: Props) {
  const t = useTranslations("work.settings");
  const [isSaved, setSaved] = useState(false);
  return (
    <>
      <div role="status">{isSaved && <Notice tone="done">{t("saved")}</Notice>}</div>
      <Sheet key={props.plan.version} {...props} setSaved={setSaved} />
    </>
  );
}

type SheetProps = Props & { setSaved: (isSaved: boolean) => void };

/** What was saved comes back as a new version, and begins a new sheet. */
function Sheet({ plan: { slug, version, settings }, units, configure, setSaved }: SheetProps) {
  const t = useTranslations("work.settings");
  const router = useRouter();
  const say = useRefusalText();
  const sheet = useForm<PlanSettings>({
    resolver: zodResolver(planSettingsSchema),
    defaultValues: settings,
    shouldFocusError: false,
  });
  const { press, busy, refusal } = useAction(configure, () => {
    setSaved(true);
    router.refresh();
  });
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const onSubmit = sheet.handleSubmit(async (values) => {
    setSaved(false);
    const refused = await press({ slug, version, settings: values });
    if (refused?.field)
      sheet.setError(refused.field as keyof PlanSettings, {
        type: "server",
        message: say(refused),
      });
  });
  const own = refusal?.field ? null : refusal;
  return (
    <FormProvider {...sheet}>
      <ActForm {...{ onSubmit, busy, summary }} refusal={own} hint={t("hint")} label={t("save")}>
        <SettingsSteps units={units} error={errorOf("reviewSteps")} />
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
          <input {...sheet.register("evidenceRequired")} type="checkbox" className="size-5" />
          {t("evidenceRequired")}
        </label>
        <label className="flex min-h-11 items-center gap-2">
          <input {...sheet.register("releaseCheck")} type="checkbox" className="size-5" />
          {t("releaseCheck")}
        </label>
        <SettingsReminders error={errorOf("reminders")} />
      </ActForm>
    </FormProvider>
  );
}
