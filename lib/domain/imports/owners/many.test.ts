import { expect, test } from "vitest";
import { goesOnWithLevels, isOfPlaces, namesMany } from "./many";

test.each([
  "河道沿线各村",
  "13个街道办事处",
  "两县四区人民政府",
  "三省区政府",
  "三大运营商",
  "市、区、街道三级网格中心",
  "县乡公路管理机构",
  "项目属地政府",
  "项目业主单位",
  "受益乡镇",
  "省直管试点县（市）",
  "纳入试点的县区",
  "市直学校",
  "县级公立医院",
  "村卫生室",
  "社区",
])("%s names many", (name) => {
  expect(namesMany(name)).toBe(true);
});

test.each([
  "县教育局",
  "县乡村振兴局",
  "区市场监管局",
  "县城投公司",
  "杭州市政府",
  "市总工会机关",
  "云河市第一医院",
  "青石镇",
  "州市场监管局",
  "省市政园林局",
  "县区域合作办",
  "镇乡村振兴局",
])("%s names one", (name) => {
  expect(namesMany(name)).toBe(false);
});

test.each([
  ["各市", "特区、区人民政府", true],
  ["市", "县教育局", true],
  ["各市（州）", "县（市、区）党委组织部", true],
  ["市、县（市、区）", "乡镇（街道）三级河长办", true],
  ["各乡镇", "县教育局", false],
  ["各县", "县委办公室", false],
  ["各市", "省有关部门", false],
  ["各区", "市政府办公室", false],
  ["各镇（街）", "村（居）", false],
  ["社区", "县城管局", false],
  ["县教育局", "县财政局", false],
])("whether “%s、%s” is one name", (last, next, isOne) => {
  expect(goesOnWithLevels(last, next)).toBe(isOne);
});

test("a class of places is told from one of other units", () => {
  expect(["各县（市、区）", "街道办事处", "各专班", "县教育局"].map(isOfPlaces)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
