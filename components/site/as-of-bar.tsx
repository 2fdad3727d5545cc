import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import { localePath } from "@/messages/locales";

type When = { asOf: Day; today: Day; isPast: boolean; refused: boolean };

/**
 * Says which day a page shows when it is not today, also on paper, and takes one to another day: a plain form, no script.
 */
export function AsOfBar({ path, when }: { path: string; when: When }) {
  const t = useTranslations("asOf");
  const day = useDay();
  const locale = useLocale();
  const { asOf, today, isPast, refused } = when;
  return (
    <aside
      id="as-of"
      className={`${isPast ? "" : "no-print "}my-6 rounded border border-line bg-paper px-3 py-2 text-sm`}
    >
      {isPast && (
        <p className="font-semibold text-caution" role="status">
          {t("past", { day: day(asOf) })}{" "}
          <Anchor href={`${path}?asof=`} className="no-print underline">
            {t("back")}
          </Anchor>
        </p>
      )}
      {refused && (
        <p className="no-print text-alarm" role="status">
          {t("refused")}
        </p>
      )}
      <details open={isPast || refused} className="no-print">
        <summary className="inline-flex min-h-6 items-center">{t("other")}</summary>
        <form action={localePath(locale, path)} className="mt-1 flex flex-wrap items-center gap-3">
          <label className="flex items-center gap-2">
            {t("day")}
            <input
              type="date"
              name="asof"
              defaultValue={asOf}
              max={today}
              className="min-h-11 rounded border border-muted bg-paper px-2"
            />
          </label>
          <button type="submit" className="min-h-11 rounded bg-brand px-4 text-paper">
            {t("show")}
          </button>
        </form>
      </details>
    </aside>
  );
}
