import { useLocale, useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { localePath } from "@/messages/locales";
import { Anchor } from "./ui/anchor";

type Props = {
  from: Day;
  to: Day;
  today: Day;
  presets: { key: "month" | "quarter" | "start"; from: Day }[];
};

/** Two days to compare, by a plain form or at a press. */
export function CompareForm({ from, to, today, presets }: Props) {
  const t = useTranslations("compare");
  const locale = useLocale();
  const field = "min-h-11 rounded border border-muted bg-paper px-2";
  return (
    <>
      <form action={localePath(locale, "/compare")} className="mt-3 flex flex-wrap items-end gap-3">
        <label>
          <span className="block text-sm text-muted">{t("from")}</span>
          <input type="date" name="from" defaultValue={from} max={today} className={field} />
        </label>
        <label>
          <span className="block text-sm text-muted">{t("to")}</span>
          <input type="date" name="to" defaultValue={to} max={today} className={field} />
        </label>
        <button type="submit" className="min-h-11 rounded bg-brand px-4 text-paper">
          {t("compare")}
        </button>
      </form>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm">
        {presets.map((preset) => (
          <Anchor
            key={preset.key}
            href={`/compare?from=${preset.from}&to=${today}`}
            className="inline-flex min-h-6 items-center"
          >
            {t(`presets.${preset.key}`)}
          </Anchor>
        ))}
      </p>
    </>
  );
}
