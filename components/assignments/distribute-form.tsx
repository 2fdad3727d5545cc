"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { usePagePerson } from "@/components/forms/page-person";
import { UnitPicker } from "@/components/forms/unit-picker";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-action-form";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Button } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { DistributeInput, PreviewPartsInput } from "@/lib/domain/assignments/inputs";
import type { PartUnit, PlannedPart } from "@/lib/domain/assignments/splits";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { boundOn } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { UnitOption } from "@/lib/domain/people/departments";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { localePath } from "@/messages/locales";
import { CycleFields } from "./cycle-fields";
import { PartsPreview } from "./parts-preview";
import { UnitLoads } from "./unit-loads";

type Plan = { parts: PlannedPart[]; taken: PartUnit[] };
type Props = {
  task: { code: string; version: number; dueOn: Day | null; cycle: ReportingCycle };
  today: Day;
  find: FindUnits;
  preview: Action<PreviewPartsInput, Plan>;
  distribute: Action<DistributeInput, { code: string; count: number }>;
};
type Values = { unitIds: UnitOption[]; dueOn: string; cycle: ReportingCycle; reportDay: string };

/** 分解到各单位 in two steps: choose the units and what their parts share, then read every part and confirm. */
export function DistributeForm({ task, today, find, preview, distribute }: Props) {
  const t = useTranslations("work.distribute");
  const router = useRouter();
  const locale = useLocale();
  const say = useRefusalText();
  const bound = boundOn(task.dueOn, today);
  const form = useForm<Values>({
    defaultValues: { unitIds: [], dueOn: bound ?? "", cycle: task.cycle, reportDay: "" },
    shouldFocusError: false,
  });
  const [plan, setPlan] = useState<Plan | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const making = useAction(distribute, () => router.push(localePath(locale, `/work/${task.code}`)));
  const { summary, errorOf } = useFieldErrors(form.formState);
  const person = usePagePerson();
  const units = useWatch({ control: form.control, name: "unitIds" });

  const check = form.handleSubmit(async (values) => {
    setRefusal(null);
    const { unitIds, dueOn } = termsOf(values);
    const result =
      unitIds.length === 0
        ? { ok: false as const, refusal: refuse("units_required", { field: "unitIds" }) }
        : await preview({ code: task.code, unitIds, dueOn }, person).catch(() => null);
    if (result?.ok) return setPlan(result.answer);
    const refused = result?.refusal ?? refuse("unavailable");
    if (refused.field !== "unitIds" && refused.field !== "dueOn") return setRefusal(refused);
    form.setError(refused.field, { type: "server", message: say(refused) });
  });
  const onSubmit = (event: FormEvent) => {
    form.clearErrors();
    return check(event);
  };

  if (plan) {
    const { dueOn, cycle } = termsOf(form.getValues());
    const isLate = bound !== task.dueOn;
    return (
      <PartsPreview
        {...{ plan, dueOn, cycle }}
        parentDueOn={isLate ? task.dueOn : null}
        code={task.code}
        busy={making.busy}
        refusal={making.refusal}
        onBack={() => setPlan(null)}
        onConfirm={() =>
          making.run({ code: task.code, version: task.version, ...termsOf(form.getValues()) })
        }
      />
    );
  }
  return (
    <Form onSubmit={onSubmit} className="space-y-5">
      <p>{t("hint")}</p>
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <UnitPicker
        id="unitIds"
        label={t("units")}
        hint={t("unitsHint")}
        error={errorOf("unitIds")}
        chosen={units}
        onChange={(chosen) => form.setValue("unitIds", chosen, { shouldDirty: true })}
        find={find}
        isMany
      />
      <DueField {...{ form, task, bound, today }} error={errorOf("dueOn")} />
      <CycleFields form={form} errorOf={errorOf} />
      <UnitLoads
        units={units.flatMap(({ load, isCollective, ...unit }) =>
          load && !isCollective ? { ...unit, load } : [],
        )}
      />
      <div className="sticky bottom-0 max-sm:-mx-4 border border-line bg-paper px-4 py-3">
        <Button type="submit" disabled={form.formState.isSubmitting}>
          {t("next")}
        </Button>
      </div>
    </Form>
  );
}

function termsOf({ unitIds, dueOn, cycle, reportDay }: Values) {
  return {
    unitIds: unitIds.map(({ id }) => id),
    dueOn: dueOn || null,
    cycle,
    reportDay: cycle === "monthly" && reportDay ? Number(reportDay) : null,
  };
}

type DueFieldProps = Pick<Props, "task" | "today"> & {
  form: ReturnType<typeof useForm<Values>>;
  bound: Day | null;
  error?: string;
};

/** 完成时限, or 补办时限 where the whole's day has passed: then a day after today. */
function DueField({ form, task, bound, today, error }: DueFieldProps) {
  const t = useTranslations("work.distribute");
  const day = useDay();
  const isLate = bound !== task.dueOn;
  const hint = isLate
    ? t("catchUpHint", { day: day(task.dueOn ?? today) })
    : task.dueOn === null
      ? t("dueFree")
      : t("dueHint", { day: day(task.dueOn) });
  return (
    <Field id="dueOn" label={t(isLate ? "catchUp" : "due")} hint={hint} error={error}>
      {(described) => (
        <input
          {...described}
          {...form.register("dueOn")}
          defaultValue={form.getValues("dueOn")}
          type="date"
          min={isLate ? addDays(today, 1) : today}
          max={bound ?? undefined}
          className={`${inputStyle} max-w-60`}
        />
      )}
    </Field>
  );
}
