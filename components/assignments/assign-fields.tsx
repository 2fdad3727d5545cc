"use client";

import { useTranslations } from "next-intl";
import { type FormEventHandler, useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { useFieldErrors } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineBasis } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import type { Department } from "@/lib/domain/people/departments";
import type { OwnerBasis } from "@/lib/domain/tasks/tasks";
import type { AssignValues } from "./assign-values";

type Task = {
  ownerBasis: OwnerBasis | null;
  ownerVerbatim: string | null;
  deadlineBasis: DeadlineBasis | null;
  deadlineVerbatim: string | null;
};
type Props = {
  form: UseFormReturn<AssignValues>;
  task: Task;
  departments: Department[];
  today: Day;
  onSubmit: FormEventHandler;
};

/** The first half of 交办. */
export function AssignFields({ form, task, departments, today, onSubmit }: Props) {
  const t = useTranslations("work.assign");
  const cycles = useTranslations("cycles");
  const { summary, errorOf } = useFieldErrors(form.formState);
  const cycle = useWatch({ control: form.control, name: "cycle" });
  const isFixed = task.deadlineBasis === "source";
  const verbatim = (text: string | null) => (text ? ` ${t("verbatim", { text })}` : "");
  return (
    <Form onSubmit={onSubmit} className="space-y-5">
      <h2 className="text-lg font-bold">{t("edit")}</h2>
      <ErrorSummary {...summary} />
      <Field
        id="leadId"
        label={t("lead")}
        hint={`${t(task.ownerBasis === "proposed" ? "proposed" : "leadHint")}${verbatim(task.ownerVerbatim)}`}
        error={errorOf("leadId")}
      >
        {(described) => (
          <select
            {...described}
            {...form.register("leadId")}
            defaultValue={form.getValues("leadId")}
            lang="zh-CN"
            className={inputStyle}
          >
            <option value="">{t("leadNone")}</option>
            {departments.map(({ id, name, isCollective }) => (
              <option key={id} value={id} disabled={isCollective}>
                {isCollective ? t("collective", { name }) : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CooperatingField form={form} departments={departments} error={errorOf("cooperatingIds")} />
      <Field
        id="dueOn"
        label={t("due")}
        hint={`${t(isFixed ? "dueSource" : "dueAssigned")}${verbatim(task.deadlineVerbatim)}`}
        error={errorOf("dueOn")}
      >
        {(described) => (
          <input
            {...described}
            {...form.register("dueOn")}
            defaultValue={form.getValues("dueOn")}
            type="date"
            min={today}
            readOnly={isFixed}
            className={`${inputStyle} max-w-60`}
          />
        )}
      </Field>
      <Field id="cycle" label={t("cycle")} error={errorOf("cycle")}>
        {(described) => (
          <select
            {...described}
            {...form.register("cycle")}
            defaultValue={form.getValues("cycle")}
            className={`${inputStyle} max-w-60`}
          >
            {reportingCycles.map((each) => (
              <option key={each} value={each}>
                {cycles(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {cycle === "monthly" && (
        <Field
          id="reportDay"
          label={t("reportDay")}
          hint={t("reportDayHint")}
          error={errorOf("reportDay")}
        >
          {(described) => (
            <select
              {...described}
              {...form.register("reportDay")}
              defaultValue={form.getValues("reportDay")}
              className={`${inputStyle} max-w-60`}
            >
              <option value="">{t("reportDayNone")}</option>
              {Array.from({ length: 28 }, (_, i) => String(i + 1)).map((day) => (
                <option key={day} value={day}>
                  {t("reportDayOption", { day })}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div className="sticky bottom-0 max-sm:-mx-4 border border-line bg-paper px-4 py-3">
        <Button type="submit">{t("next")}</Button>
      </div>
    </Form>
  );
}

type CooperatingFieldProps = {
  form: UseFormReturn<AssignValues>;
  departments: Department[];
  error?: string;
};

/** Any number of cooperating units. The filter only hides; what is chosen stays chosen. */
function CooperatingField({ form, departments, error }: CooperatingFieldProps) {
  const t = useTranslations("work.assign");
  const [wanted, setWanted] = useState("");
  const chosenIds = useWatch({ control: form.control, name: "cooperatingIds" });
  const chosen = departments.filter(({ id }) => chosenIds.includes(id));
  const register = form.register("cooperatingIds");
  return (
    <fieldset id="cooperatingIds" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("cooperating")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <p role="status" className="text-sm text-muted">
        {chosen.length > 0
          ? t("cooperatingChosen", {
              count: chosen.length,
              names: chosen.map(({ name }) => name).join("、"),
            })
          : t("cooperatingNone")}
      </p>
      <div className="mt-2">
        <Field id="filter" label={t("filter")} hint={t("filterHint")}>
          {(described) => (
            <input
              {...described}
              type="search"
              className={inputStyle}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
      </div>
      <ul className="mt-2 border border-line bg-paper p-2 sm:columns-2 lg:columns-3">
        {departments.map(({ id, name, isCollective }) => (
          <li key={id} hidden={!name.includes(wanted.trim())} className="break-inside-avoid">
            <label className="flex min-h-9 items-center gap-2">
              <input
                {...register}
                defaultChecked={chosenIds.includes(id)}
                type="checkbox"
                value={id}
                className="size-5 shrink-0"
              />
              <span lang="zh-CN">{isCollective ? t("collective", { name }) : name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
