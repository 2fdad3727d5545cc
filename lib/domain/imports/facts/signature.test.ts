import { expect, test } from "vitest";
import { documentOf } from "./lines.fixture";
import { signatureOf } from "./signature";

function signed(...words: string[]) {
  const { text, lines, shown } = documentOf(...words);
  const signature = signatureOf(text, lines);
  return signature && [shown(signature.issuer), shown(signature.dated), signature.datedOn];
}

test("the day alone on its line below who signed", () => {
  expect(signed("请认真执行。", "国务院办公厅", "2018年10月27日", "（此件公开发布）")).toEqual([
    "国务院办公厅",
    "2018年10月27日",
    "2018-10-27",
  ]);
});

test("in Chinese numerals, and with several that signed", () => {
  expect(signed("现批复如下。", "国务院　中央军委", "一九九六年十一月五日")).toEqual([
    "国务院　中央军委",
    "一九九六年十一月五日",
    "1996-11-05",
  ]);
  expect(signed("请执行。", "市发展改革委", "市财政局", "二○二五年二月二十日")).toEqual([
    "市发展改革委市财政局",
    "二○二五年二月二十日",
    "2025-02-20",
  ]);
});

test("on one line with the signer, or behind its label", () => {
  expect(signed("请执行。", "某市人民政府办公室 2025年2月20日")?.[2]).toBe("2025-02-20");
  expect(signed("成文日期：2025年2月20日", "某市关于某事的通知")?.[2]).toBe("2025-02-20");
});

test("the first that is signed counts: the notice's, not a day alone in what it brings", () => {
  expect(
    signed("2025年1月1日", "某市人民政府", "2025年2月20日", "附件", "某局", "2025年3月1日")?.[2],
  ).toBe("2025-02-20");
});

test("days that the text tells of, and those of press reports, are none", () => {
  expect(signed("2025年5月12日至6月10日开展了督察。", "2025年2月30日")).toBeNull();
  expect(signed("本报讯 3月21日召开发布会。", "某大队", "2024年3月20日")).toBeNull();
});
