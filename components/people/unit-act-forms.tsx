"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { Option } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Role } from "@/lib/domain/people/roles";
import {
  type CloseUnitInput,
  type MergeUnitInput,
  type MoveUnitInput,
  type SplitUnitInput,
  unitFields,
} from "@/lib/domain/people/unit-inputs";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { textLimits } from "@/lib/domain/texts";
import { localePath } from "@/messages/locales";
import {
  emptyUnit,
  NewUnitFields,
  newUnitShape,
  type Seen,
  type UnitAction,
  useUnitForm,
} from "./unit-forms";

type MoveProps = {
  unit: Seen;
  parentCode: string | null;
  preview: string;
  move: UnitAction<MoveUnitInput>;
};

/** The place is chosen already: this says what it means, and does it. */
export function MoveUnitForm({ unit, parentCode, preview, move }: MoveProps) {
  const t = useTranslations("work");
  const router = useRouter();
  const locale = useLocale();
  const { run, busy, refusal } = useAction(move, ({ code }) =>
    router.push(localePath(locale, `/departments/${code}`)),
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ ...unit, parentCode });
      }}
      className="space-y-4 border border-line bg-paper p-4"
    >
      <p>{preview}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button type="submit" disabled={busy}>
        {busy ? t("form.pending") : t("departments.form.move")}
      </Button>
    </Form>
  );
}

const reasoned = z.object({ reason: unitFields.reason });

type ReasonProps<Input extends { key: string }> = {
  action: UnitAction<Input>;
  inputOf: (reason: string) => Omit<Input, "key">;
  hint: string;
  label: string;
};

/** What cannot be taken back is done for a reason that is kept. */
function ReasonForm<Input extends { key: string }>(props: ReasonProps<Input>) {
  const { action, inputOf, hint, label } = props;
  const t = useTranslations("work.departments.form");
  const { form, errorOf, ...state } = useUnitForm<z.infer<typeof reasoned>, Input>({
    schema: reasoned,
    defaultValues: { reason: "" },
    action,
    inputOf: ({ reason }) => inputOf(reason),
  });
  return (
    <ActionForm {...state} hint={hint} label={label}>
      <LongText
        form={form}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        max={textLimits.reason}
        rows={2}
        error={errorOf("reason")}
      />
    </ActionForm>
  );
}

type MergeProps = {
  unit: Seen;
  target: { intoCode: string; moves: MergeUnitInput["moves"] };
  hint: string;
  merge: UnitAction<MergeUnitInput>;
};

export function MergeUnitForm({ unit, target, hint, merge }: MergeProps) {
  const t = useTranslations("work.departments.form");
  return (
    <ReasonForm
      action={merge}
      inputOf={(reason) => ({ ...unit, ...target, reason })}
      hint={hint}
      label={t("merge")}
    />
  );
}

type CloseProps = { unit: Seen; hint: string; close: UnitAction<CloseUnitInput> };

export function CloseUnitForm({ unit, hint, close }: CloseProps) {
  const t = useTranslations("work.departments.form");
  return (
    <ReasonForm
      action={close}
      inputOf={(reason) => ({ ...unit, reason })}
      hint={hint}
      label={t("close")}
    />
  );
}

const splitting = z.object({
  ...newUnitShape,
  reason: unitFields.reason,
  taskCodes: z.array(z.string()),
  personIds: z.array(z.string()),
});

type SplitProps = {
  unit: Seen & { name: string };
  kinds: Option[];
  tasks: { code: string; title: string; isLead: boolean; status: TaskStatus }[];
  people: { id: string; name: string; username: string; role: Role }[];
  /** What is not listed for want of room, in words. */
  notes: string[];
  split: UnitAction<SplitUnitInput>;
};

/** 分设: the new unit, and what it takes over. */
export function SplitUnitForm({ unit, kinds, tasks, people, notes, split }: SplitProps) {
  const t = useTranslations("work.departments");
  const { form, errorOf, ...state } = useUnitForm({
    schema: splitting,
    defaultValues: { ...emptyUnit, reason: "", taskCodes: [], personIds: [] },
    action: split,
    inputOf: (values) => ({ ...values, code: unit.code, version: unit.version }),
  });
  const roleOf = useTranslations("roles");
  const { control } = form;
  const chosenIds = useWatch({ control, name: "personIds" });
  const hasTasks = useWatch({ control, name: "taskCodes" }).length > 0;
  const hasHead = people.some(({ id, role }) => role === "head" && chosenIds.includes(id));
  return (
    <ActionForm {...state} hint={t("split.hint", { unit: unit.name })} label={t("form.split")}>
      <NewUnitFields {...{ form, kinds, errorOf }} />
      <Choices
        {...{ form }}
        name="taskCodes"
        legend={t("split.tasks")}
        empty={t("noTasks")}
        choices={tasks.map(({ code, title, isLead }) => ({
          value: code,
          label: `${code} ${title}`,
          aside: t(`part.${isLead ? "lead" : "cooperating"}`),
        }))}
      />
      <Choices
        {...{ form }}
        name="personIds"
        legend={t("split.people")}
        empty={t("noPeople")}
        choices={people.map(({ id, name, username, role }) => ({
          value: id,
          label: name,
          aside: `${roleOf(role)} · ${username}`,
        }))}
      />
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {hasTasks && !hasHead && <Notice tone="caution">{t("split.noHead")}</Notice>}
      <LongText
        form={form}
        name="reason"
        label={t("form.reason")}
        hint={t("form.reasonHint")}
        max={textLimits.reason}
        rows={2}
        error={errorOf("reason")}
      />
    </ActionForm>
  );
}

type SplitForm = ReturnType<typeof useUnitForm<z.infer<typeof splitting>, SplitUnitInput>>["form"];
type ChoicesProps = {
  form: SplitForm;
  name: "taskCodes" | "personIds";
  legend: string;
  empty: string;
  choices: { value: string; label: string; aside: string }[];
};

function Choices({ form, name, legend, empty, choices }: ChoicesProps) {
  return (
    <fieldset id={name}>
      <legend className="font-semibold">{legend}</legend>
      {choices.length === 0 && <p className="text-muted">{empty}</p>}
      <div className="max-h-80 overflow-y-auto">
        {choices.map(({ value, label, aside }) => (
          <label key={value} className="flex min-h-11 items-center gap-2">
            <input
              {...form.register(name)}
              type="checkbox"
              value={value}
              className="size-5 shrink-0"
            />
            <span>
              <span lang="zh-CN">{label}</span>
              <small className="ml-2 text-muted">{aside}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
