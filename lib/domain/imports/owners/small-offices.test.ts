import { expect, test } from "vitest";
import { formOf } from "./forms";

test.each([
  "城建股",
  "规划科",
  "教务处",
  "安全科",
  "物业管理科",
  "后勤保障处",
  "水库管理站",
  "畜牧兽医站",
  "国有云河林场",
  "县农发行",
  "县一中",
  "研究生院",
  "市防指",
  "云河村村委会",
  "柳溪供电所",
  "云河汽车站",
  "海事所",
])("%s is one unit", (name) => {
  expect(formOf(name)).toBe("unit");
});

test.each(["乡镇兽医站", "属地兽医站"])("%s is a class", (name) => {
  expect(formOf(name)).toBe("class");
});

test.each([
  "控股",
  "严厉查处",
  "两万五千处",
  "学科",
  "专科",
  "全科",
  "文理科",
  "骨科",
  "好处",
  "各处",
  "水电站",
  "市场",
])("%s has no form of a unit", (name) => {
  expect(formOf(name)).not.toBe("unit");
});
