import { expect, test } from "vitest";
import { namesOf } from "./names";
import { stretchOf } from "./stretch";

const names = (text: string) =>
  namesOf(stretchOf(text, { start: 0, end: text.length })).map(({ name }) => name.words);

test.each([
  ["工业和信息化部、文化和旅游部", ["工业和信息化部", "文化和旅游部"]],
  ["科技部和财政部", ["科技部", "财政部"]],
  ["省水利厅及各市人民政府", ["省水利厅", "各市人民政府"]],
  ["科技部、教育部等有关部门和各地方人民政府", ["科技部", "教育部", "各地方人民政府"]],
  ["市县党委和政府", ["市县党委和政府"]],
  ["各市、县人民政府、省财政厅", ["各市、县人民政府", "省财政厅"]],
  ["各乡镇、街道、市直各单位", ["各乡镇、街道", "市直各单位"]],
  ["各区各部门各单位", ["各区", "各部门", "各单位"]],
  ["省委改革办（省营商局、省数据局）、省财政厅", ["省委改革办（省营商局、省数据局）", "省财政厅"]],
  ["无", []],
  ["/", []],
])("%s", (text, found) => {
  expect(names(text)).toEqual(found);
});
