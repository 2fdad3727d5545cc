import { expect, test } from "vitest";
import { isActing } from "./acting";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["县教体局遴选骨干教师。", "L县教体局"],
  ["县财政局足额预算经费，县审计局跟着看紧。", "L县财政局 C县审计局"],
  ["县法院、县检察院快审快结涉企案件。", "L县法院 C县检察院"],
])("an evident unit does what no known verb says: %s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test.each([
  ["县公安局", "交警大队划定禁行区"],
  ["县教育局", "办公楼改造工程"],
  ["县水利局", "旧址改造"],
  ["县教育局", "局长签字"],
  ["县财政局", "批准后，拨付资金"],
  ["县农业农村局", "选出的能手"],
  ["县安委", "会成员单位"],
  ["县委政法委", "员会同意"],
  ["县政府办", "公室通报"],
  ["县文化馆", "二期明年开放"],
  ["县财政局", "已拨付资金"],
])("%s|%s is no doing of it", (name, words) => {
  expect(isActing(name, words)).toBe(false);
});
