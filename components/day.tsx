import { useFormatter } from "next-intl";
import type { Day as DayValue } from "@/lib/domain/calendar/days";

/** 2024年4月20日, or 20 April 2024. A day is read at noon in Shanghai, so that no time zone moves it. */
export function useDay() {
  const format = useFormatter();
  return (day: DayValue) =>
    format.dateTime(new Date(`${day}T12:00:00+08:00`), {
      year: "numeric",
      month: "long",
      day: "numeric",
    });
}

export function Day({ day }: { day: DayValue }) {
  const text = useDay();
  return <time dateTime={day}>{text(day)}</time>;
}
