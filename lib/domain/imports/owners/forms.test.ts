import { expect, test } from "vitest";
import { formOf, isNeverOwner } from "./forms";

test.each([
  "财政部",
  "国家能源局",
  "海关总署",
  "金融监管总局",
  "省发展改革委",
  "市委网信办",
  "中央宣传部",
  "全国总工会",
  "共青团中央",
  "人民银行",
  "县人民法院",
  "市公安局交警支队",
  "省市场监管局（省知识产权局）",
  "高新区管委会",
  "市城投集团",
  "区督查组",
  "市防汛指挥部工程运行组",
])("%s is one unit", (name) => {
  expect(formOf(name)).toBe("unit");
});

test.each([
  "各县（市、区）人民政府",
  "各省、自治区、直辖市人民政府",
  "各地",
  "各地区",
  "试点地区",
  "有关县级人民政府",
  "地方各级人民政府",
  "县级以上人民政府",
  "市县党委和政府",
  "街道办事处",
  "各公办高校",
  "教育行政部门",
  "行政执法机关",
  "上级部门",
  "各成员单位",
  "开发区管委会",
  "学校",
  "乡镇中心学校",
  "职业院校",
  "消防救援机构",
  "公安派出所",
  "各专业安委会",
  "行业教学指导委员会",
  "有条件的地区",
  "各项目牵头单位",
  "主要责任单位",
  "协同配合单位",
  "牵头责任单位",
  "县级",
  "省属中职学校",
  "市、县教育局",
  "全县各级党委政府",
  "市、县（区）两级政府",
  "开发区管委",
  "汇总单位",
  "项目实施机构",
  "珠三角九市政府",
  "所有使用财政资金的部门",
])("%s is a class", (name) => {
  expect(formOf(name)).toBe("class");
});

test.each([
  "有关部门",
  "各有关部门",
  "各部门",
  "各单位",
  "国务院有关部门",
  "市直各部门",
  "各行业主管部门",
  "省级有关部门（单位）",
  "云河市各相关部门",
  "有关市级部门",
  "镇属各单位",
])("%s is whoever it may be", (name) => {
  expect(formOf(name)).toBe("open");
});

test.each([
  "企业",
  "中介机构",
  "建设单位",
  "全部",
  "格局",
  "布局",
  "主办",
  "社会",
  "主要负责人",
  "市长",
  "工作",
  "医院",
])("%s has no form of a unit", (name) => {
  expect(formOf(name)).toBeNull();
});

test("persons and our own province are never owners", () => {
  expect(["主要负责同志", "分管副市长", "我省"].map(isNeverOwner)).toEqual([true, true, true]);
  expect(isNeverOwner("省教育厅")).toBe(false);
});
