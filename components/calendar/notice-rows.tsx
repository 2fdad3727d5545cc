"use client";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import { exceptionsOf } from "@/lib/domain/calendar/notices";
import { type Notice, noticeRowSchema } from "@/lib/domain/calendar/years";

/** Holidays and the days worked for them, row by row, with how many days they make. */
export function NoticeRows({ year, error }: { year: number; error?: string }) {
  const t = useTranslations("work.holidays");
  const { control } = useFormContext<Notice>();
  const { fields, append, remove } = useFieldArray({ control, name: "rows" });
  return (
    <fieldset id="rows" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("rows")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      {fields.length === 0 && <p className="text-muted">{t("noRows")}</p>}
      <ol className="mt-2 space-y-3">
        {fields.map(({ id }, index) => (
          <Row key={id} index={index} isChecked={error !== undefined} remove={remove} />
        ))}
      </ol>
      <Button
        tone="plain"
        className="mt-3"
        disabled={fields.length >= 40}
        onClick={() =>
          append({ kind: "rest", name: "", from: `${year}-01-01`, to: `${year}-01-01` })
        }
      >
        {t("addRow")}
      </Button>
      <Days />
    </fieldset>
  );
}

type RowProps = { index: number; isChecked: boolean; remove: (index: number) => void };

function Row({ index, isChecked, remove }: RowProps) {
  const t = useTranslations("work.holidays");
  const validation = useTranslations("validation");
  const { register, control } = useFormContext<Notice>();
  const row = useWatch({ control, name: `rows.${index}` });
  const problem = isChecked ? noticeRowSchema.safeParse(row).error?.issues[0]?.message : undefined;
  return (
    <li className="flex flex-wrap items-end gap-3 border border-line p-3">
      <label>
        <span className="font-semibold">{t("kind", { number: index + 1 })}</span>
        <select {...register(`rows.${index}.kind`)} className={inputStyle}>
          {(["rest", "work"] as const).map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 flex-[1_1_8rem]">
        <span className="font-semibold">{t("name")}</span>
        <input {...register(`rows.${index}.name`)} lang="zh-CN" className={inputStyle} />
      </label>
      {(["from", "to"] as const).map((end) => (
        <label key={end}>
          <span className="font-semibold">{t(end)}</span>
          <input {...register(`rows.${index}.${end}`)} type="date" className={inputStyle} />
        </label>
      ))}
      <Button tone="plain" onClick={() => remove(index)}>
        {t("remove")}
        <span className="sr-only"> {t("row", { number: index + 1 })}</span>
      </Button>
      {problem && (
        <p className="w-full font-semibold text-alarm">
          {validation(isKnown(problem) ? problem : "date_required")}
        </p>
      )}
    </li>
  );
}

function isKnown(message: string): message is "holiday_name" | "day_order" | "too_long" {
  return ["holiday_name", "day_order", "too_long"].includes(message);
}

/** How many working days fewer and how many weekend days worked the rows make so far. */
function Days() {
  const t = useTranslations("work.holidays");
  const { control } = useFormContext<Notice>();
  const rows = useWatch({ control, name: "rows" });
  const whole = rows.filter((row) => noticeRowSchema.safeParse(row).success);
  const days = exceptionsOf(whole);
  const worked = days.filter(({ working }) => working).length;
  return (
    <p role="status" className="mt-3">
      {t("days", { off: days.length - worked, worked })}
    </p>
  );
}
