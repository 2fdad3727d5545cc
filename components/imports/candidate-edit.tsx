import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import type { FindUnits } from "@/components/forms/unit-names-input";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { candidateKinds } from "@/lib/domain/imports/candidates";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import type { Press, ShownCandidate } from "./shown";
import { UnitField } from "./unit-field";

/** What a person says in the place of what was proposed; what is left as it stands stays the document's. */
export function CandidateEdit({
  candidate,
  press,
  findUnits,
}: {
  candidate: ShownCandidate;
  press: Press;
  findUnits: FindUnits;
}) {
  const t = useTranslations("work.imports");
  const { id, version, title, kind, lead, cooperating, due } = candidate;
  const f = (name: string) => `${name}-${id}`;
  return (
    <PlainForm
      action={press.action}
      pressKey={press.key}
      values={{
        ...{ candidate: id, version, act: "edit", back: `${press.back}#c-${id}` },
        shown: JSON.stringify(shownIn(candidate)),
      }}
      className="space-y-4"
    >
      <Field id={f("title")} label={t("taskTitle")}>
        {(described) => (
          <input
            {...described}
            name="title"
            defaultValue={title}
            maxLength={draftLimits.line}
            required
            lang="zh-CN"
            className={inputStyle}
          />
        )}
      </Field>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Choice id={f("kind")} name="kind" label={t("kind")} value={kind} values={candidateKinds}>
          {(each) => t(`kinds.${each}`)}
        </Choice>
        <UnitField
          {...{ findUnits }}
          id={f("lead")}
          name="lead"
          label={t("lead")}
          value={lead ?? ""}
          hint={t("unitHint")}
        />
        <UnitField
          {...{ findUnits }}
          id={f("cooperating")}
          name="cooperating"
          label={t("cooperating")}
          value={cooperating.join("、")}
          hint={t("unitsHint")}
        />
        <DueFields f={f} due={due} />
      </div>
      <Button type="submit">{t("saveEdit")}</Button>
    </PlainForm>
  );
}

/** What the fields begin with: only what differs from it has been said by a person. */
function shownIn({ title, kind, lead, cooperating, due }: ShownCandidate) {
  const { kind: deadlineKind, windowStart, dueOn, cycle } = due;
  const days = { windowStart: windowStart ?? "", dueOn: dueOn ?? "" };
  const units = { lead: lead ?? "", cooperating: cooperating.join("、") };
  return { title, kind, ...units, deadlineKind, ...days, cycle };
}

/** 时限 as a person sets it. */
export function DueFields({ f, due }: { f: (name: string) => string; due: ShownCandidate["due"] }) {
  const t = useTranslations();
  return (
    <>
      <Choice
        id={f("deadlineKind")}
        name="deadlineKind"
        label={t("work.registration.deadlineKind")}
        value={due.kind}
        values={deadlineKinds}
      >
        {(each) => t(`deadlineKinds.${each}`)}
      </Choice>
      <DayInput
        id={f("windowStart")}
        name="windowStart"
        label={t("work.registration.windowStart")}
        value={due.windowStart}
      />
      <DayInput
        id={f("dueOn")}
        name="dueOn"
        label={t("work.registration.dueOn")}
        value={due.dueOn}
      />
      <Choice
        id={f("cycle")}
        name="cycle"
        label={t("work.registration.cycle")}
        value={due.cycle}
        values={reportingCycles}
      >
        {(each) => t(`cycles.${each}`)}
      </Choice>
    </>
  );
}

type ChoiceProps<Value extends string> = {
  id: string;
  name: string;
  label: string;
  value: Value;
  values: readonly Value[];
  children: (value: Value) => string;
};

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { id, name, label, value, values, children } = props;
  return (
    <Field id={id} label={label}>
      {(described) => (
        <select {...described} name={name} defaultValue={value} className={inputStyle}>
          {values.map((each) => (
            <option key={each} value={each}>
              {children(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type DayProps = { id: string; name: string; label: string; value: string | null };

function DayInput({ id, name, label, value }: DayProps) {
  return (
    <Field id={id} label={label}>
      {(described) => (
        <input
          {...described}
          type="date"
          name={name}
          defaultValue={value ?? ""}
          className={inputStyle}
        />
      )}
    </Field>
  );
}
