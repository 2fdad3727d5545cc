import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["县教育局要会同县财政局制定细则。", "L县教育局 C县财政局"],
  ["县教育局会同有关部门建立协调机制。", "L县教育局 O"],
  ["县委督查室会同县人大常委会有关工作机构不定期暗访。", "L县委督查室 O"],
  ["县水利局要会同有关部门选择部分乡镇开展试点。", "L县水利局 O"],
  ["由县委政法委牵头协调公安机关、消防救援机构等部门。", "L县委政法委 C公安机关 C消防救援机构 O"],
  ["县教育局要会同各乡镇人民政府建立台账。", "L县教育局 I各乡镇人民政府"],
  ["县政府督查室会同县教育局、县财政局组成三个督查组。", "L县政府督查室 C县教育局 C县财政局"],
])("%s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test("without anybody whom they join, they are no owners", () => {
  expect(ownersOfText("会同县财政局制定细则。")).toBe("-");
});
