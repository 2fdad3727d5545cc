"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { DateField } from "@/components/forms/form-fields";
import type { FindUnits } from "@/components/forms/unit-names-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { deepest } from "@/lib/domain/registrations/codes";
import { type TypedTask, typedTaskSchema } from "@/lib/domain/registrations/drafts";
import type { EditTasksInput } from "@/lib/domain/registrations/inputs";
import { taskKinds } from "@/lib/domain/tasks/tasks";
import { UnitNames } from "./unit-names";

type Props = {
  seen: { id: string; version: number };
  task: TypedTask;
  /** The one before it in the list: what it can be copied from and put under. */
  before: TypedTask | null;
  isNew: boolean;
  takesFocus: boolean;
  source: RefObject<HTMLTextAreaElement | null>;
  edit: Action<EditTasksInput, { id: string; version: number }>;
  findUnits: FindUnits;
  onDone: (saved: { version: number; task: TypedTask }) => void;
  onCancel: (() => void) | null;
};

/** One task of a draft. Enter in a line stores it; the next begins where this one was, with the hand on the keyboard. */
export function TaskForm(props: Props) {
  const { seen, task, before, isNew, takesFocus, source, edit, findUnits, onDone, onCancel } =
    props;
  const t = useTranslations("work.registration");
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm<
    TypedTask,
    EditTasksInput,
    { id: string; version: number }
  >({
    schema: typedTaskSchema,
    defaultValues: task,
    action: edit,
    inputOf: (values) => ({ ...seen, edit: { type: "put", task: values } }),
    onDone: ({ version }) => onDone({ version, task: form.getValues() }),
  });
  useUnsavedWarning(form.formState.isDirty && !busy);
  useEffect(() => {
    if (takesFocus) form.setFocus("title");
  }, [form, takesFocus]);
  const copy = () => {
    if (!before) return;
    for (const name of copied) form.setValue(name, before[name], { shouldDirty: true });
  };
  return (
    <Form onSubmit={onSubmit} className="space-y-4 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {before && (
        <Button tone="plain" onClick={copy}>
          {t("copy")}
        </Button>
      )}
      <Line {...{ form, errorOf }} name="title" required />
      <Line {...{ form, errorOf }} name="titleEn" hint={t("titleEnHint")} />
      <Quote {...{ form, source }} error={errorOf("quote")} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Choice {...{ form }} name="kind" values={taskKinds} label={t("taskKind")} />
        {isNew && before && <Depth form={form} before={before} />}
        <Line {...{ form, errorOf }} name="reference" hint={t("referenceHint")} />
        <Line {...{ form, errorOf }} name="ownerVerbatim" />
        <UnitNames
          {...{ form, findUnits }}
          name="lead"
          hint={t("leadHint")}
          error={errorOf("lead")}
        />
        <UnitNames
          {...{ form, findUnits }}
          name="cooperating"
          hint={t("cooperatingHint")}
          error={errorOf("cooperating")}
        />
        <Line {...{ form, errorOf }} name="deadlineVerbatim" />
        <Choice
          {...{ form }}
          name="deadlineKind"
          values={deadlineKinds}
          label={t("deadlineKind")}
        />
        <DateField
          form={form}
          name="windowStart"
          label={t("windowStart")}
          error={errorOf("windowStart")}
        />
        <DateField form={form} name="dueOn" label={t("dueOn")} error={errorOf("dueOn")} />
        <Choice {...{ form }} name="cycle" values={reportingCycles} label={t("cycle")} />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={busy}>
          {t(isNew ? "addNext" : "storeTask")}
        </Button>
        {onCancel && (
          <Button tone="plain" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** What a task often has in common with the one before it. */
const copied = [
  ...(["kind", "reference", "ownerVerbatim", "lead", "cooperating"] as const),
  ...(["deadlineVerbatim", "deadlineKind", "windowStart", "dueOn", "cycle"] as const),
];

type FieldProps = {
  form: UseFormReturn<TypedTask>;
  errorOf: (id: keyof TypedTask & string) => string | undefined;
};

type LineProps = FieldProps & {
  name: "title" | "titleEn" | "reference" | "ownerVerbatim" | "deadlineVerbatim";
  hint?: string;
  required?: boolean;
};

function Line({ form, errorOf, name, hint, required }: LineProps) {
  const t = useTranslations("work");
  return (
    <Field
      id={name}
      label={t(`registration.${name === "title" ? "taskTitle" : name}`)}
      mark={required ? t("form.required") : undefined}
      hint={hint}
      error={errorOf(name)}
    >
      {(described) => (
        <input
          {...described}
          {...form.register(name)}
          lang="zh-CN"
          autoComplete="off"
          className={inputStyle}
        />
      )}
    </Field>
  );
}

type QuoteProps = {
  form: UseFormReturn<TypedTask>;
  source: RefObject<HTMLTextAreaElement | null>;
  error?: string;
};

/** The words of the document: taken from what is selected in its text, with their place, or typed. */
function Quote({ form, source, error }: QuoteProps) {
  const t = useTranslations("work.registration");
  const [isEmpty, setEmpty] = useState(false);
  const take = () => {
    const text = source.current;
    const { selectionStart = 0, selectionEnd = 0, value = "" } = text ?? {};
    setEmpty(selectionStart === selectionEnd);
    if (selectionStart === selectionEnd) return;
    form.setValue("quote", value.slice(selectionStart, selectionEnd), { shouldDirty: true });
    form.setValue("at", selectionStart);
  };
  return (
    <Field id="quote" label={t("quote")} hint={t("quoteHint")} error={error}>
      {(described) => (
        <>
          <textarea
            {...described}
            {...form.register("quote", { onChange: () => form.setValue("at", null) })}
            lang="zh-CN"
            rows={3}
            className={inputStyle}
          />
          <Button tone="plain" className="mt-2" onClick={take}>
            {t("take")}
          </Button>
          <span role="status" className="ml-3 text-alarm">
            {isEmpty && t("takeNone")}
          </span>
        </>
      )}
    </Field>
  );
}

function Depth({ form, before }: { form: UseFormReturn<TypedTask>; before: TypedTask }) {
  const t = useTranslations("work.registration");
  const depths = Array.from({ length: Math.min(deepest, before.depth + 1) + 1 }, (_, i) => i);
  const nameOf = (depth: number) => {
    if (depth === before.depth + 1) return t("depthPart");
    return depth === 0 ? t("depthRoot") : t("depthSame");
  };
  return (
    <Field id="depth" label={t("depth")}>
      {(described) => (
        <select
          {...described}
          {...form.register("depth", { valueAsNumber: true })}
          className={inputStyle}
        >
          {depths.map((depth) => (
            <option key={depth} value={depth}>
              {depth > 0 && depth < before.depth ? `${t("depth")} ${depth + 1}` : nameOf(depth)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type ChoiceProps = Pick<FieldProps, "form"> & {
  name: "kind" | "deadlineKind" | "cycle";
  values: readonly string[];
  label: string;
};

function Choice({ form, name, values, label }: ChoiceProps) {
  const t = useTranslations();
  const nameOf = { kind: "taskKinds", deadlineKind: "deadlineKinds", cycle: "cycles" } as const;
  const value = useWatch({ control: form.control, name });
  return (
    <Field id={name} label={label}>
      {(described) => (
        <select {...described} {...form.register(name)} value={value} className={inputStyle}>
          {values.map((each) => (
            <option key={each} value={each}>
              {t(`${nameOf[name]}.${each}` as Parameters<typeof t>[0])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
