import { expect, test } from "vitest";
import { documentNumber } from "./document-number";
import { documentOf } from "./lines.fixture";

function numberIn(...words: string[]): string | null {
  const { text, lines, shown } = documentOf(...words);
  return shown(documentNumber(text, lines));
}

test.each([
  "国发〔2019〕3号",
  "国办函[2018]71号",
  "粤发改高技（2026）78号",
  "甬政办发【2026】7号",
  "晋政办发﹝2017﹞55号",
  "国办发明电〔2018〕15号",
  "青 政 发 〔2025〕 18 号",
])("%s", (number) => {
  expect(numberIn("某市关于某事的通知", number, "各区人民政府：", "正文。")).toBe(number);
});

test("with the signer on its line, or behind its label", () => {
  expect(numberIn("某政发〔2025〕1号    签发人：张三", "某市关于某事的请示")).toBe(
    "某政发〔2025〕1号",
  );
  expect(numberIn("索引号：X-1", "发文字号：某政办〔2025〕1号", "某市关于某事的通知")).toBe(
    "某政办〔2025〕1号",
  );
});

test("a number that the text refers to is not its own", () => {
  expect(
    numberIn(
      "某市关于某事的批复",
      "甲单位：",
      "你单位的请示（〔1996〕武司字第82号）收悉。",
      "某字〔2024〕5号文件有效。",
    ),
  ).toBeNull();
});
