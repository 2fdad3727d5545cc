import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/day";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import { type Change, isOwnWords } from "@/lib/domain/documents/corrections";

type Logged = { changes: Change[]; reason: string; on: DayValue };

/** 更正记录: what stood there, what stands there now, why and since when. */
export function CorrectionLog({ corrections }: { corrections: readonly Logged[] }) {
  const t = useTranslations("corrections");
  if (corrections.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">{t("title")}</h2>
      <p className="text-sm text-muted">{t("hint")}</p>
      <ul className="mt-2 divide-y divide-line border border-line bg-paper">
        {corrections.map(({ changes, reason, on }) => (
          <li key={`${on} ${JSON.stringify(changes)}`} className="px-4 py-2">
            <p className="text-sm text-muted">
              <Day day={on} />
            </p>
            {changes.filter(isOwnWords).map((change) => (
              <p key={change.field} lang="zh-CN">
                <ChangeText change={change} />
              </p>
            ))}
            <p lang="zh-CN" className="text-sm text-muted">
              {t("reason", { reason })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One field before and after, in words. */
export function ChangeText({ change: { field, before, after } }: { change: Change }) {
  const t = useTranslations();
  const said = (value: Change["before"]) => {
    if (value === null || value === "") return t("corrections.nothing");
    return field === "deadlineKind" ? t(`deadlineKinds.${String(value) as "date"}`) : String(value);
  };
  return t("corrections.change", {
    field: t(`correctedFields.${field as "title"}`),
    before: said(before),
    after: said(after),
  });
}
