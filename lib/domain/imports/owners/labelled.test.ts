import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["修建步道。责任单位：县水利局、县财政局。", "L县水利局 C县财政局"],
  [
    "修建步道。牵头单位：县水利局；配合单位：县财政局，各乡镇政府；完成时限：2025年底。",
    "L县水利局 C县财政局 I各乡镇政府",
  ],
  ["修建步道。牵头部门：县水利局；责任部门：县财政局。", "L县水利局 C县财政局"],
  ["修建步道。责任单位：县水利局 县财政局", "L县水利局 C县财政局"],
  ["修建步道。责任单位：县水利局等部门。", "L县水利局 O"],
  [
    "修建步道。牵头单位：县水利局；责任单位：县财政局、各商业银行；配合单位：审计部门。",
    "L县水利局 C县财政局 I各商业银行 C审计部门",
  ],
  ["修建步道。牵头单位：县水利局　责任单位：县财政局", "L县水利局 C县财政局"],
  ["修建步道。责任单位：县水利局；适用范围：甲、乙、丙自贸试验区。", "L县水利局"],
  ["修建步道。部门分工：县水利局、县财政局。", "L县水利局 C县财政局"],
  ["修建步道。责任单位：各区人民政府〈含开发区、新区管委会，下同〉。", "I各区人民政府"],
])("%s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test("persons beside the units are no owners", () => {
  expect(ownersOfText("修建步道。牵头领导：张三；牵头单位：县水利局；责任人：李四。")).toBe(
    "L县水利局",
  );
});

test("a label of something else says nothing of owners", () => {
  expect(ownersOfText("修建步道。完成时限：2025年底；主要内容：县水利局旧址改造。")).toBe("-");
});
