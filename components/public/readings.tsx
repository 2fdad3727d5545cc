import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  declaredOf,
  flagsOf,
  type Readings as ReadingFacts,
  scheduledOf,
} from "@/lib/domain/public/readings";

/** Three readings side by side: what is declared, what is evidenced, what the calendar says, and where they disagree. */
export function Readings({ readings }: { readings: ReadingFacts }) {
  const t = useTranslations("readings");
  const { percent, isCompleted, evidenceCount, isVerified } = readings;
  const { expectedPercent, daysLate } = readings;
  const scheduled = scheduledOf(readings);
  const declared = declaredOf(readings);
  const flags = flagsOf(readings);
  return (
    <section className="mt-8 max-w-4xl">
      <h2 className="text-lg font-bold">{t("title")}</h2>
      <p className="text-sm text-muted">{t("hint")}</p>
      <dl className="mt-2 grid gap-3 sm:grid-cols-3">
        <Reading label={t("declared")}>
          {declared === "percent" ? `${percent}%` : t(declared)}
        </Reading>
        <Reading label={t("evidenced")}>
          {t("files", { count: evidenceCount })}
          {isCompleted && (
            <small className="block font-normal">{t(`verified.${isVerified}`)}</small>
          )}
        </Reading>
        <Reading label={t("scheduled")}>
          {scheduled === "percent" ? `${expectedPercent}%` : t(scheduled)}
          {daysLate > 0 && !isCompleted && (
            <small className="block font-normal">{t("late", { days: daysLate })}</small>
          )}
        </Reading>
      </dl>
      <ul className="mt-3 space-y-1">
        {flags.map(({ flag, count }) => (
          <li key={flag} className="rounded bg-caution-tint px-3 py-1.5 text-caution">
            <strong>{t(`flags.${flag}`, { count })}</strong>
          </li>
        ))}
        {flags.length === 0 && <li className="text-muted">{t("agree")}</li>}
      </ul>
    </section>
  );
}

function Reading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="rounded border border-line bg-paper px-4 py-2">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="text-lg font-semibold">{children}</dd>
    </div>
  );
}
