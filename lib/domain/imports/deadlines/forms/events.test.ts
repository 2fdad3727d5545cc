import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("before something without a day", () => {
  test.each<[string, ...string[]]>([
    ["采暖季前完成改造", "采暖季前 | event | none"],
    ["在毕业生离校前出台政策", "毕业生离校前 | event | none"],
    ["元旦、春节等假期前组织巡查", "元旦、春节等假期前 | event | none"],
    ["汛期来临前完成除险加固", "汛期来临前 | event | none"],
    ["2025年国庆节前投入使用", "2025年国庆节前 | event | none"],
    [
      "入冬前（10月底前）完成",
      "入冬前 | event | none",
      "10月底前 | date | 2025-10-31 | year:document | month",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("in a time column before whatever it may be", () => {
  test.each<[string, ...string[]]>([
    ["2025年预算编制前", "2025年预算编制前 | event | none"],
    ["下次会议召开前", "下次会议召开前 | event | none"],
    ["2025年秋季开学", "2025年秋季开学 | event | none"],
    ["年底前", "年底前 | date | 2025-12-31 | year:document | year"],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});

describe("around or during it is none", () => {
  test.each<[string, ...string[]]>([
    ["春节前后开展慰问"],
    ["汛期溢流污染河道"],
    ["春节期间加强值守"],
    ["春节前能整改的立即整改"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
