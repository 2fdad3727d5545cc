import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["制定方案，由县教育局牵头，会同县财政局、县人社局实施。", "L县教育局 C县财政局 C县人社局"],
  ["涉及多个地区的，由县整改办会同有关乡镇人民政府制定方案。", "L县整改办 I有关乡镇人民政府"],
  ["项目建成后由所在乡镇人民政府负责管护。", "I所在乡镇人民政府"],
  ["对推进不力的，由县政府办公室予以通报。", "L县政府办公室"],
  ["由县教育局、团县委共同举办的活动启动。", "L县教育局 C团县委"],
])("%s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test.each([
  "建议由县教育局组织评估。",
  "成立由县教育局、县财政局组成的领导小组。",
  "由县长任组长。",
  "所需经费由省、市、县三级财政分担。",
  "由于县教育局的支持，工作进展顺利。",
])("no owner in “%s”", (text) => {
  expect(ownersOfText(text)).toBe("-");
});
