import { useFormatter, useTranslations } from "next-intl";
import { type Day as DayValue, yearOf } from "@/lib/domain/calendar/days";

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

/** 06-12 in a dense list, with the year where it is another than today's. */
export function ShortDay({ day, today }: { day: DayValue; today: DayValue }) {
  const text = yearOf(day) === yearOf(today) ? day.slice(5) : day;
  return <time dateTime={day}>{text}</time>;
}

/** 2024年6月12日 14:32, in Shanghai. */
export function useMoment() {
  const format = useFormatter();
  return (at: Date | string) =>
    format.dateTime(new Date(at), {
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
}

/** A moment, by itself or inside a sentence that has a place for `{time}`. */
export function Moment({ at, message }: { at: Date | string; message?: string }) {
  const t = useTranslations();
  const time = useMoment()(at);
  return <time dateTime={new Date(at).toISOString()}>{message ? t(message, { time }) : time}</time>;
}
