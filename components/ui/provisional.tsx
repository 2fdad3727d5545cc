"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { type Day, yearOf } from "@/lib/domain/calendar/days";

const KnownUntil = createContext(Number.POSITIVE_INFINITY);

/** Tells everything below until the end of which year the holidays are announced. */
export function HolidaysKnown({ until, children }: { until: number; children: ReactNode }) {
  return <KnownUntil value={until}>{children}</KnownUntil>;
}

/** What is said of a day that was counted in working days of a year not announced yet (暂按周一至周五计算); else "". */
export function useProvisionalMark(): (day: Day) => string {
  const until = useContext(KnownUntil);
  const t = useTranslations("work.holidays");
  return (day) => (yearOf(day) > until ? t("mark", { year: String(yearOf(day)) }) : "");
}

/** The same beside a day. */
export function Provisional({ day }: { day: Day }) {
  const mark = useProvisionalMark()(day);
  return mark && <small className="text-muted">{mark}</small>;
}
