"use client";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { useFieldErrors } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import {
  letterRules,
  levelName,
  planObligationTypes,
  type ReminderRule,
  releaseRules,
  reminderAudiences,
  standardAudience,
  wholeRule,
} from "@/lib/domain/chasing/reminder-policy";
import type { Example } from "@/lib/domain/chasing/reminder-sentences";
import {
  EscalationRow,
  IsOn,
  MessageWays,
  NumberInput,
  OpenRow,
  type RemindersForm,
} from "./reminder-cells";
import { RuleSentence, useDayOfWeek } from "./reminder-sentence";

/** The deadline that the sentences take as their example. */
export type ExampleTask = Example & { code: string; title: string };

type Props = { example: ExampleTask | null; isOfPlan: boolean; error?: string };

/** Whom a plan reminds when and how, and how what is late climbs: a row each, with the sentence that says what it does. */
export function ReminderTable({ example, isOfPlan, error }: Props) {
  const t = useTranslations("work.reminders");
  const day = useDayOfWeek();
  const { control, getValues, formState } = useFormContext<RemindersForm>();
  const { errorOf } = useFieldErrors(formState);
  const { fields, append, remove } = useFieldArray({ control, name: "reminders.rules" });
  const columns = (["obligation", "when", "to", "how", "isOn", "effect", "row"] as const).map(
    (name) => t(`columns.${name}`),
  );
  const shown = example && { code: example.code, title: example.title, day: day(example.dueOn) };
  return (
    <fieldset id="reminders" tabIndex={-1} className="min-w-0 space-y-3">
      <legend className="font-semibold">{t("table")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <p>{shown ? t(isOfPlan ? "example" : "exampleAny", shown) : t("noExample")}</p>
      <Table caption={t("table")} columns={columns} className="reminder-table">
        {fields.map(({ id }, index) => (
          <RuleRow key={id} index={index} example={example} onRemove={() => remove(index)} />
        ))}
        {getValues("reminders.escalation").map(({ level }, index) => (
          <EscalationRow key={level} index={index} example={example} />
        ))}
        {[...releaseRules, ...letterRules].map((rule) => (
          <FixedRow
            key={`${rule.obligation} ${rule.when} ${rule.workdays}`}
            {...{ rule, example }}
          />
        ))}
      </Table>
      <Button
        tone="plain"
        disabled={fields.length >= 30}
        onClick={() => append(wholeRule({ obligation: "due", when: "before", workdays: 3 }))}
      >
        {t("addRule")}
      </Button>
      <NumberInput
        name="reminders.gapHours"
        label={t("gapHours")}
        error={errorOf("reminders.gapHours")}
        isLabelShown
      />
    </fieldset>
  );
}

type RowProps = { index: number; example: Example | null; onRemove: () => void };

function RuleRow({ index, example, onRemove }: RowProps) {
  const t = useTranslations("work.reminders");
  const { control, register, setValue, formState } = useFormContext<RemindersForm>();
  const { errorOf } = useFieldErrors(formState);
  const name = `reminders.rules.${index}` as const;
  const rule = wholeRule(useWatch({ control, name }));
  const row = t("rule", { number: index + 1 });
  // What was asked of somebody who has no part in the other occasion is not carried over.
  const standard = {
    onChange: (event: { target: { value: string; name: string } }) => {
      const { value, name: changed } = event.target;
      const field = changed.slice(name.length + 1);
      setValue(`${name}.to`, standardAudience({ ...rule, [field]: value }), { shouldDirty: true });
    },
  };
  const audiences = reminderAudiences.filter(
    (each) => each !== "assigner" || rule.obligation === "receipt",
  );
  return (
    <tr>
      <td>
        <select
          {...register(`${name}.obligation`, standard)}
          defaultValue={rule.obligation}
          aria-label={`${row} ${t("columns.obligation")}`}
          className={inputStyle}
        >
          {planObligationTypes.map((each) => (
            <option key={each} value={each}>
              {t(`obligations.${each}`)}
            </option>
          ))}
        </select>
      </td>
      <td className="space-y-1">
        <div className="flex flex-wrap gap-1 *:flex-[2_1_6.5rem] [&>div]:flex-[1_1_4rem]">
          <select
            {...register(`${name}.when`, standard)}
            defaultValue={rule.when}
            aria-label={`${row} ${t("direction")}`}
            className={inputStyle}
          >
            {(["before", "after"] as const).map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
          <NumberInput
            name={`${name}.workdays`}
            label={`${row} ${t("number")}`}
            error={errorOf(`${name}.workdays`)}
          />
          <select
            {...register(`${name}.counts`)}
            defaultValue={rule.counts}
            aria-label={`${row} ${t("counts")}`}
            className={inputStyle}
          >
            {(["workdays", "days"] as const).map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        </div>
        <NumberInput
          name={`${name}.every`}
          label={t("every")}
          row={row}
          error={errorOf(`${name}.every`)}
          isOptional
          isLabelShown
        />
      </td>
      <td>
        <fieldset
          id={`${name}.to`}
          tabIndex={-1}
          aria-describedby={errorOf(`${name}.to`) && `${name}.to-error`}
        >
          <legend className="sr-only">{`${row} ${t("columns.to")}`}</legend>
          {errorOf(`${name}.to`) && (
            <p id={`${name}.to-error`} className="font-semibold text-alarm">
              {errorOf(`${name}.to`)}
            </p>
          )}
          {audiences.map((each) => (
            <label key={each} className="flex min-h-8 items-center gap-1.5">
              <input
                {...register(`${name}.to`)}
                type="checkbox"
                value={each}
                defaultChecked={rule.to.includes(each)}
                className="size-5 shrink-0"
              />
              {t(`audiences.${levelName(rule.obligation, each)}`)}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        <MessageWays name={`${name}.byMail`} row={row} />
      </td>
      <td>
        <IsOn name={`${name}.isOn`} row={row} />
      </td>
      <td>
        <RuleSentence rule={rule} example={example} />
        <OpenRow row={row} />
      </td>
      <td>
        <Button tone="plain" onClick={onRemove}>
          {t("remove")}
          <span className="sr-only"> {row}</span>
        </Button>
      </td>
    </tr>
  );
}

/** What regulations set for every plan. */
function FixedRow({ rule, example }: { rule: ReminderRule; example: Example | null }) {
  const t = useTranslations("work.reminders");
  const { obligation, when, workdays, to } = wholeRule(rule);
  return (
    <tr className="bg-wash">
      <td>{t(`obligations.${obligation}`)}</td>
      <td>{`${t(when)} ${workdays} ${t("workdays")}`}</td>
      <td>{to.map((each) => t(`audiences.${levelName(obligation, each)}`)).join(t("and"))}</td>
      <td>{`${t("inApp")}${t("and")}${t("byMail")}`}</td>
      <td>{t("isOn")}</td>
      <td>
        <RuleSentence rule={rule} example={example} />
      </td>
      <td>{t("fixed")}</td>
    </tr>
  );
}
