"use client";

import { useTranslations } from "next-intl";
import type { FormEventHandler } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { UnitPicker } from "@/components/forms/unit-picker";
import { useFieldErrors } from "@/components/forms/use-action-form";
import type { FindUnits } from "@/components/forms/use-unit-search";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineBasis } from "@/lib/domain/calendar/deadlines";
import type { OwnerBasis } from "@/lib/domain/tasks/tasks";
import type { AssignValues } from "./assign-values";
import { CycleFields } from "./cycle-fields";
import { UnitLoads } from "./unit-loads";

type Task = {
  ownerBasis: OwnerBasis | null;
  ownerVerbatim: string | null;
  deadlineBasis: DeadlineBasis | null;
  deadlineVerbatim: string | null;
};
type Props = {
  form: UseFormReturn<AssignValues>;
  task: Task;
  find: FindUnits;
  today: Day;
  onSubmit: FormEventHandler;
};

/** The first half of 交办. */
export function AssignFields({ form, task, find, today, onSubmit }: Props) {
  const t = useTranslations("work.assign");
  const { summary, errorOf } = useFieldErrors(form.formState);
  const isFixed = task.deadlineBasis === "source";
  const verbatim = useVerbatim();
  return (
    <Form onSubmit={onSubmit} className="space-y-5">
      <h2 className="text-lg font-bold">{t("edit")}</h2>
      <ErrorSummary {...summary} />
      <AssignUnits {...{ form, task, find, errorOf }} />
      <Field
        id="dueOn"
        label={t("due")}
        hint={verbatim(isFixed ? "dueSource" : "dueAssigned", task.deadlineVerbatim)}
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
      <CycleFields form={form} errorOf={errorOf} />
      <div className="sticky bottom-0 max-sm:-mx-4 border border-line bg-paper px-4 py-3">
        <Button type="submit">{t("next")}</Button>
      </div>
    </Form>
  );
}

/** A hint with the document's own words behind it, where it has any. */
function useVerbatim() {
  const t = useTranslations("work.assign");
  return (hint: "dueSource" | "dueAssigned" | "proposed" | "leadHint", text: string | null) =>
    text ? `${t(hint)} ${t("verbatim", { text })}` : t(hint);
}

type UnitsProps = Pick<Props, "form" | "task" | "find"> & { errorOf: ErrorOf };
type ErrorOf = (name: keyof AssignValues) => string | undefined;

/** Who leads and who cooperates, and beside them what the chosen units have in hand. */
function AssignUnits({ form, task, find, errorOf }: UnitsProps) {
  const t = useTranslations("work.assign");
  const verbatim = useVerbatim();
  const [lead, cooperating] = useWatch({
    control: form.control,
    name: ["leadId", "cooperatingIds"],
  });
  const loaded = [...lead, ...cooperating].flatMap(({ load, isCollective, ...unit }) =>
    load && !isCollective ? { ...unit, load } : [],
  );
  return (
    <>
      <UnitPicker
        id="leadId"
        label={t("lead")}
        hint={verbatim(
          task.ownerBasis === "proposed" ? "proposed" : "leadHint",
          task.ownerVerbatim,
        )}
        error={errorOf("leadId")}
        chosen={lead}
        onChange={(units) => form.setValue("leadId", units, { shouldDirty: true })}
        find={find}
      />
      <UnitPicker
        id="cooperatingIds"
        label={t("cooperating")}
        hint={t("cooperatingHint")}
        error={errorOf("cooperatingIds")}
        chosen={cooperating}
        onChange={(units) => form.setValue("cooperatingIds", units, { shouldDirty: true })}
        find={find}
        isMany
      />
      <UnitLoads units={loaded} />
    </>
  );
}
