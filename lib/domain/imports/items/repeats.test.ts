import { expect, test } from "vitest";
import { itemsIn, quotesIn } from "./items.fixture";

const body = `分工方案
一、重点任务
（一）提升开办企业便利度。压缩开办时间。
（二）优化工程建设审批。推行“拿地即开工”。
附件
分工表
序号\t重点任务\t具体措施\t牵头单位\t完成时限
`;

test("a row that repeats a body item is the item, with both quotes", () => {
  const text = `${body}1\t提升开办企业便利度\t压缩开办时间\t甲局\t6月底前\n2\t强化法治保障\t建立快速机制\t乙局\t年底前`;
  expect(itemsIn(text)).toEqual([
    "一/（二） measure 优化工程建设审批",
    "附件/表/1 measure 提升开办企业便利度",
    "附件/表/2 measure 强化法治保障",
  ]);
});

test("rows that break a body item down are its parts", () => {
  const text = `${body}1\t优化工程建设审批\t推行告知承诺\t甲局\t6月底前\n2\t\t推广电子证照\t乙局\t长期坚持`;
  expect(itemsIn(text)).toEqual([
    "一/（一） measure 提升开办企业便利度",
    "一/（二） measure 优化工程建设审批",
    "附件/表/1 submeasure < 一/（二） 推行告知承诺",
    "附件/表/2 submeasure < 一/（二） 推广电子证照",
  ]);
});

test("a body item that only lists what the rows are is none", () => {
  const text =
    "计划\n一、任务\n（一）推进重点工程。加快青石坎水库、落星湾水厂建设。\n（二）健全机制。建立台账。\n附件\n工程表\n序号\t项目名称\t建设内容\t责任单位\n1\t青石坎水库\t加固大坝。\t甲局\n2\t落星湾水厂\t新建水厂。\t乙局";
  expect(itemsIn(text)).toEqual([
    "一/（二） measure 健全机制",
    "附件/表/1 measure 青石坎水库",
    "附件/表/2 measure 落星湾水厂",
  ]);
  expect(quotesIn(text)).toHaveLength(3);
});

test("rows of an annex that one body item cites are its parts", () => {
  const text = (cites: string) =>
    `方案\n一、任务\n（一）推进超低排放。完成企业改造${cites}。\n（二）健全机制。建立台账。\n附件1\n改造清单\n序号\t改造内容\t责任单位\t完成时限\n1\t烧结机脱硝改造\t甲区\t年底前\n2\t焦炉烟气治理\t乙区\t年底前`;
  expect(itemsIn(text("（见附件1）")).slice(2)).toEqual([
    "附件1/表/1 submeasure < 一/（一） 烧结机脱硝改造",
    "附件1/表/2 submeasure < 一/（一） 焦炉烟气治理",
  ]);
  expect(itemsIn(text("")).at(-1)).toBe("附件1/表/2 measure 焦炉烟气治理");
});

test("several body items that share the rows between them are none either", () => {
  const row = (n: number, name: string) => `${n}\t${name}\t加固。\t甲局\t全县`;
  const names = ["青石坎水库", "落星湾水厂", "白鹭洲泵站", "石门坎渠道", "云岭水闸"];
  const text = `通知\n一、推广内容\n（一）水源方面2项：青石坎水库；落星湾水厂。\n（二）渠系方面3项：白鹭洲泵站；石门坎渠道；云岭水闸。\n附件\n推广清单\n序号\t改革举措\t主要内容\t指导部门\t推广范围\n${names.map((name, i) => row(i + 1, name)).join("\n")}`;
  expect(itemsIn(text)).toEqual(names.map((name, i) => `附件/表/${i + 1} measure ${name}`));
});
