import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { type Cell, readDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { deadlinesOf } from "./deadlines-of";
import { timesIn } from "./times.fixture";
import {
  yearInSentence,
  yearOfDeadlines,
  yearOfDocument,
  yearOfName,
  yearOfNumber,
  yearOfPage,
} from "./years";

test("the nearest date of the sentence gives its year, not one that is compared with", () => {
  const year = (text: string) => yearInSentence(text, text.length)?.year ?? null;
  expect(year("2026年2月3日前报名单，")).toBe(2026);
  expect(year("2025年底前完成；2026年上半年验收，")).toBe(2026);
  expect(year("较2020年12月下降，")).toBeNull();
  expect(year("2018年底前形成的欠款要清偿，")).toBeNull();
  expect(year("2026年2月3日前报名单。")).toBeNull();
});

test("a heading or title gives one where it names one only", () => {
  expect(yearOfName("2026年重点任务")).toBe(2026);
  expect(yearOfName("三年行动方案(2024-2026年)")).toBeNull();
  expect(yearOfName("关于2025年总结和2026年计划的通知")).toBeNull();
});

test("a plan that is issued before its year begins goes by its title", () => {
  const given = { titleYear: 2026, datedOn: "2025-12-20" };
  expect(yearOfDocument(given, 3)).toEqual({ year: 2026, anchor: "year:title" });
  expect(yearOfDocument({ ...given, titleYear: 2018 }, 12)?.year).toBe(2025);
});

test("a month long over when the document was made is the next year's", () => {
  const year = (datedOn: string, month: number) =>
    yearOfDocument({ titleYear: null, datedOn }, month)?.year;
  expect(year("2025-12-05", 3)).toBe(2026);
  expect(year("2025-05-10", 4)).toBe(2025);
  expect(year("2025-02-20", 12)).toBe(2025);
});

test("a page without a day of its own has the year of one that stands alone", () => {
  expect(yearOfPage("甲局\n\n2024年3月20日\n\n2023年5月1日发生")?.year).toBe(2024);
  expect(yearOfPage("会议\n\n2025年4月18日，市长主持召开会议。")?.year).toBe(2025);
  expect(yearOfPage("要闻\n\n本报讯（记者 王强）2025年4月18日，全县召开会议。")?.year).toBe(2025);
  expect(yearOfPage("2023年5月1日发生")).toBeNull();
});

test("deadlines without a year have the only one that several others name", () => {
  const date = (end: string, anchor: string | null = null) => ({ kind: "date", end, anchor });
  expect(yearOfDeadlines([date("2025-03-31"), date("2025-05-31")])?.year).toBe(2025);
  expect(yearOfDeadlines([date("2025-03-31"), date("2026-05-31")])).toBeNull();
  expect(yearOfDeadlines([date("2025-03-31"), date("2024-05-31", "year:title")])).toBeNull();

  const rows = ["2025年3月底", "2025年5月底", "上半年"].map((text) => [{ text, column: 0 }]);
  const document = readDocument([{ kind: "table", rows }]);
  const items = document.blocks.flatMap((cell): Item[] => {
    const place = { start: cell.start, end: cell.start };
    const none = { parent: null, headings: [], leadIns: [], evidence: [], isOptional: false };
    const cells = { deadline: [cell as Cell] };
    return [{ ...none, path: "表", kind: "measure", title: place, quotes: [place], cells }];
  });
  const facts = { title: null, planTitle: null, number: null, issuer: null, dated: null };
  const found = deadlinesOf(document, items, { ...facts, datedOn: null }, calendar);
  expect(found.map(([first]) => first?.end)).toEqual(["2025-03-31", "2025-05-31", "2025-06-30"]);
});

test("a number of a document says its year", () => {
  expect(yearOfNumber("云政办发〔2022〕33号")).toEqual({ year: 2022, anchor: "year:number" });
  expect(yearOfNumber("")).toBeNull();
  expect(yearOfNumber("云办字第2022号")).toBeNull();
});

test("without any year no day is made up", () => {
  expect(timesIn("4月20日前完成推荐", { datedOn: null })).toEqual([
    "4月20日前 | date | year:unknown | day",
  ]);
  expect(timesIn("6月上旬通报表扬", { datedOn: null })).toEqual([]);
  expect(timesIn("3月至11月", { datedOn: null, isCell: true })).toEqual([
    "3月至11月 | range | year:unknown | month",
  ]);
  expect(timesIn("4月20日前完成推荐", { datedOn: null, heading: "2024年安排" })).toEqual([
    "4月20日前 | date | 2024-04-20 | year:title | day",
  ]);
});
