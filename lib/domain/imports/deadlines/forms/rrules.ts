import type { Precision } from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";

/** What was said of a cycle, by the group of the pattern that said it. */
export type Said = Record<string, string | undefined>;
export type Repeats = { rule: string; precision: Precision };

/** A cycle (年, 季度, 月 …) and where in it something is due, as RFC 5545 says it; null where that cannot be said. */
export function rrule(period: string, said: Said): Repeats | null {
  if (/年$/.test(period) && period !== "半年") return yearly(period.replace("学", ""), said);
  switch (period) {
    case "半年":
      return said.rest || said.until
        ? { rule: "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", precision: "half" }
        : { rule: "FREQ=MONTHLY;INTERVAL=6", precision: "half" };
    case "学期":
      return { rule: "FREQ=MONTHLY;INTERVAL=6", precision: "half" };
    case "季度":
    case "季":
      return quarterly(said);
    case "月":
      return monthly("FREQ=MONTHLY", said);
    case "半月":
      return { rule: "FREQ=MONTHLY;BYMONTHDAY=15,-1", precision: "day" };
    case "旬":
      return { rule: "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", precision: "ten_day" };
    case "周":
    case "星期":
      return weekly(said);
    case "日":
    case "天":
      return { rule: "FREQ=DAILY", precision: "day" };
    default: {
      const every = numberOf(period.replace(/(?:个月|[天日])$/, ""));
      if (every === null) return null;
      return /[天日]$/.test(period)
        ? { rule: `FREQ=DAILY;INTERVAL=${every}`, precision: "day" }
        : monthly(`FREQ=MONTHLY;INTERVAL=${every}`, said);
    }
  }
}

const halves: Record<string, number> = { 上半年: 6, 下半年: 12 };

function yearly(
  period: string,
  { months, rest, half, quarter, until, late, lateUnit }: Said,
): Repeats {
  const every = period === "年" ? null : numberOf(period.replace(/年$/, ""));
  const base = every === null ? "FREQ=YEARLY" : `FREQ=YEARLY;INTERVAL=${every}`;
  if (months !== undefined) return inMonths(base, months, until !== undefined);
  if (late !== undefined && lateUnit === "个月")
    return { rule: `${base};BYMONTH=${numberOf(late)};BYMONTHDAY=-1`, precision: "month" };
  if (quarter !== undefined)
    return {
      rule: `${base};BYMONTH=${(numberOf(quarter) ?? 0) * 3};BYMONTHDAY=-1`,
      precision: "quarter",
    };
  if (half !== undefined)
    return {
      rule: `${base};BYMONTH=${halves[half] ?? "6,12"};BYMONTHDAY=-1`,
      precision: "half",
    };
  if (rest === undefined) return { rule: base, precision: "year" };
  if (/初$/.test(rest)) return { rule: `${base};BYMONTH=1`, precision: "month" };
  return { rule: `${base};BYMONTH=12;BYMONTHDAY=-1`, precision: "year" };
}

const ends: Record<string, number> = { 上旬: 10, 初: 10, 中旬: 20, 下旬: -1, 底: -1, 末: -1 };

function inMonths(base: string, words: string, isBefore: boolean): Repeats {
  const each = words.split(/[、和及]/).map((one) => {
    const [, m = "", rest = ""] = /^(.*?)月份?(.*?)前?$/.exec(one) ?? [];
    const d = ends[rest] ?? numberOf(rest.replace(/[日号]$/, "")) ?? (isBefore ? -1 : null);
    return { month: numberOf(m) ?? 0, day: d, isDay: /[日号]$/.test(rest) };
  });
  const byMonth = each.map((one) => one.month).join(",");
  const day = each.findLast((one) => one.day !== null)?.day ?? null;
  return {
    rule: `${base};BYMONTH=${byMonth}${day === null ? "" : `;BYMONTHDAY=${day}`}`,
    precision: each.some(({ isDay }) => isDay) ? "day" : "month",
  };
}

function quarterly({ nth, days, rest, until }: Said): Repeats {
  const precision = days === undefined ? "quarter" : "day";
  const lastMonths = "FREQ=MONTHLY;BYMONTH=3,6,9,12";
  if (days !== undefined) {
    const by = `BYMONTHDAY=${daysOf(days)}`;
    if (nth === undefined) return { rule: `FREQ=MONTHLY;INTERVAL=3;${by}`, precision };
    const isLast = /末|最后|[三3]/.test(nth);
    return { rule: `${isLast ? lastMonths : "FREQ=MONTHLY;BYMONTH=1,4,7,10"};${by}`, precision };
  }
  if (rest !== undefined && !/初/.test(rest))
    return { rule: `${lastMonths};BYMONTHDAY=-1`, precision };
  if (until !== undefined) return { rule: `${lastMonths};BYMONTHDAY=-1`, precision };
  return { rule: "FREQ=MONTHLY;INTERVAL=3", precision };
}

function monthly(base: string, { days, rest, edge }: Said): Repeats {
  if (edge !== undefined)
    return {
      rule: `${base};BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${edge === "最后一个" ? -1 : 1}`,
      precision: "day",
    };
  if (days !== undefined) return { rule: `${base};BYMONTHDAY=${daysOf(days)}`, precision: "day" };
  if (rest !== undefined && !/初/.test(rest))
    return { rule: `${base};BYMONTHDAY=-1`, precision: "month" };
  return { rule: base, precision: "month" };
}

const weekdays: Record<string, string> = {
  ...{ 一: "MO", 二: "TU", 三: "WE", 四: "TH", 五: "FR", 六: "SA", 日: "SU", 天: "SU" },
};

function weekly({ week }: Said): Repeats {
  const by = [...(week ?? "")].flatMap((each) => weekdays[each] ?? []).join(",");
  return { rule: by === "" ? "FREQ=WEEKLY" : `FREQ=WEEKLY;BYDAY=${by}`, precision: "day" };
}

function daysOf(words: string): string {
  return words
    .split(/[、和及]/)
    .map((one) => numberOf(one.replace(/[日号]$/, "")))
    .join(",");
}
