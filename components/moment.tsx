import { useFormatter, useTranslations } from "next-intl";

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
