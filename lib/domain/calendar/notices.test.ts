import { describe, expect, it } from "vitest";
import { exceptionsOf, isOfNotice, readNotice } from "./notices";
import notices from "./notices.vectors.json";

describe("a State Council notice, as it is published", () => {
  it("may begin in the year before, and skips what is only recommended", () => {
    const of2019 = notices.find(({ year }) => year === 2019);
    const { rows, problems } = readNotice(of2019?.text ?? "", 2019);
    expect(problems).toEqual([]);
    expect(exceptionsOf(rows).slice(0, 3)).toEqual([
      { day: "2018-12-29", working: true, name: "元旦" },
      { day: "2018-12-31", working: false, name: "元旦" },
      { day: "2019-01-01", working: false, name: "元旦" },
    ]);
    const of2024 = notices.find(({ year }) => year === 2024);
    const days = readNotice(of2024?.text ?? "", 2024).rows;
    expect(days.some(({ from, to }) => from <= "2024-02-09" && "2024-02-09" <= to)).toBe(false);
  });

  it("names both holidays of one stretch, and every day worked for it", () => {
    const of2025 = notices.find(({ year }) => year === 2025);
    expect(readNotice(of2025?.text ?? "", 2025).rows.slice(-3)).toEqual([
      { kind: "rest", name: "国庆节、中秋节", from: "2025-10-01", to: "2025-10-08" },
      { kind: "work", name: "国庆节、中秋节", from: "2025-09-28", to: "2025-09-28" },
      { kind: "work", name: "国庆节、中秋节", from: "2025-10-11", to: "2025-10-11" },
    ]);
  });
});

describe("what does not agree is told", () => {
  it("when it is the notice of another year, by its title and by its weekdays", () => {
    const of2026 = notices.find(({ year }) => year === 2026);
    const { problems } = readNotice(of2026?.text ?? "", 2027);
    expect(problems[0]).toEqual({ code: "other_year", year: 2026 });
    expect(problems).toContainEqual({ code: "weekday_differs", day: "2027-01-01" });
  });

  it.each([
    [
      "一、元旦：1月1日至4日放假，共3天。",
      { code: "count_differs", name: "元旦", said: 3, counted: 4 },
    ],
    ["一、元旦：1月1日（周六）放假1天。", { code: "weekday_differs", day: "2027-01-01" }],
    ["节假日期间要妥善安排好值班。", { code: "nothing_read" }],
    ["", { code: "nothing_read" }],
  ])("%s", (text, problem) => {
    expect(readNotice(text, 2027).problems).toEqual([problem]);
  });

  it("takes full-width signs, other dashes and 29日 without its month, and no day that does not exist", () => {
    const text = "春节： １月２７日～２月２日 放假调休。1月30日、31日上班。2月30日放假。";
    expect(readNotice(text, 2027).rows).toEqual([
      { kind: "rest", name: "春节", from: "2027-01-27", to: "2027-02-02" },
      { kind: "work", name: "春节", from: "2027-01-30", to: "2027-01-30" },
      { kind: "work", name: "春节", from: "2027-01-31", to: "2027-01-31" },
    ]);
  });
});

it.each([
  ["2027-01-01", true],
  ["2026-12-31", true],
  ["2026-12-01", false],
  ["2028-01-01", false],
])("%s in the notice of 2027: %s", (day, expected) => expect(isOfNotice(day, 2027)).toBe(expected));
