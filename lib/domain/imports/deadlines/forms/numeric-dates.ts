import { daySchema, monthEnd } from "@/lib/domain/calendar/days";
import { dayOf } from "@/lib/domain/imports/deadlines/points";
import { type Form, timeFound } from "./form";

const rule = "numeric-date";

/** 2025-12-31, 2025/6/30, 2025.12: as a sheet's time column has them; in running text such numbers are none without 前. */
export const numericDates: Form = {
  rule,
  pattern:
    /(?<!\d)(?<y>(?:19|20)\d{2})[-./](?<m>1[0-2]|0?[1-9])(?:[-./](?<d>3[01]|[12]\d|0?[1-9]))?(?![\d.])(?<until>底?前|底)?|(?<![\d.])(?<im>1[0-2]|0?[1-9])\.(?<id>3[01]|[12]\d|0?[1-9])(?![\d.%％万亿个])(?:之?前)?/g,
  read(match, scene) {
    const { y, m, d, im, id, until } = match.groups ?? {};
    const isSaid = d !== undefined && until !== undefined;
    if (!isSaid && !scene.isTimeCell(match.index)) return null;
    const year = y === undefined ? scene.yearAt(match.index) : { year: Number(y), anchor: null };
    if (year === null) return null;
    const first = dayOf(year.year, Number(m ?? im), Number(d ?? id ?? 1));
    if (!daySchema.safeParse(first).success) return null;
    if ((d ?? id) !== undefined)
      return timeFound(rule, match, {
        ...{ kind: "date", end: first, precision: "day", anchor: year.anchor },
      });
    const start = until === undefined ? first : null;
    return timeFound(rule, match, {
      kind: "date",
      start,
      end: monthEnd(first),
      precision: "month",
    });
  },
};
