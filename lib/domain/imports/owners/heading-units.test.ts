import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const below = (heading: string, words = "清理河道。") =>
  ownersIn([heading, words], [{ words, under: [heading] }])[0];

test.each([
  ["一、县水利局", "L县水利局 (inherited)"],
  ["（二）县教育局、县财政局：", "L县教育局 C县财政局 (inherited)"],
  ["三、县水利局工作职责", "L县水利局 (inherited)"],
  ["四、各乡镇人民政府", "I各乡镇人民政府 (inherited)"],
])("“%s” says who does what stands below it", (heading, owners) => {
  expect(below(heading)).toBe(owners);
});

test.each(["一、组织机构", "二、领导小组", "三、工作专班", "四、数字政府", "五、推进河道清理"])(
  "“%s” names nobody",
  (heading) => {
    expect(below(heading)).toBe("-");
  },
);

test("whom it is done with is named beside", () => {
  expect(below("一、县水利局", "会同县财政局清理河道。")).toBe("L县水利局 C县财政局 (inherited)");
});

test("a subject of its own counts more", () => {
  expect(below("一、县水利局", "各乡镇要清理河道。")).toBe("I各乡镇");
});
