import { expect, test } from "vitest";
import { itemsIn, quotesIn } from "./items.fixture";

test("paragraphs that each end with who guides them are parts", () => {
  const plan =
    "一、任务\n（一）推行绿色生产。\n推广有机肥，减少用量。（县农业农村局指导）\n回收农膜。（县供销社、县市场监管局参与）";
  expect(itemsIn(`实施方案\n${plan}\n（二）推行绿色生活。分类投放垃圾。`)).toEqual([
    "一/（一） measure 推行绿色生产",
    "一/（一）/¶1 submeasure < 一/（一） 推广有机肥，减少用量",
    "一/（一）/¶2 submeasure < 一/（一） 回收农膜",
    "一/（二） measure 推行绿色生活",
  ]);
});

test("what a census is for, and what and when it counts, is no task", () => {
  const purpose = "一、普查目的和意义\n普查的目的是全面调查发展规模，加强宏观调控。";
  const content = "二、普查内容和时间\n普查的主要内容包括生产能力。\n标准时点为2025年12月31日。";
  expect(
    itemsIn(`关于开展普查的通知\n${purpose}\n${content}\n三、组织实施\n各乡镇要设立机构。`),
  ).toEqual(["三 requirement 组织实施"]);
});

test("a section of expected figures is a goal, with the line that divides it between offices", () => {
  const goal =
    "一、2023年经济社会发展主要预期目标\n生产总值增长5%以上，投资增长8%。\n部门分工：县发改局牵头，县统计局等配合。";
  expect(itemsIn(`分工方案\n${goal}\n二、重点任务\n（一）修路。改造公路5公里。`)).toEqual([
    "一 goal 2023年经济社会发展主要预期目标",
    "二/（一） measure 修路",
  ]);
});

test("whom a letter asks above all stands between commas", () => {
  const letter =
    "现将《防震方案》印发给你们。\n各地、各部门，特别是重点区域所在地，要尽早开展宣传。";
  const plan =
    "乙省人民政府\n2024年5月6日\n防震方案\n一、省地震局要加强监测。\n二、省民政厅要储备物资。";
  expect(itemsIn(`关于印发防震方案的通知\n各市人民政府：\n${letter}\n${plan}`)).toEqual([
    "通知/¶2 requirement 各地、各部门，特别是重点区域所在地，要尽早开展宣传",
    "一 measure 省地震局要加强监测",
    "二 measure 省民政厅要储备物资",
  ]);
});

test("who takes part and in what form is no task", () => {
  const scope =
    "二、采购范围及形式\n（一）参加企业。经批准上市的生产企业，均可参加。\n（二）药品范围。从通用名药品中遴选品种。";
  expect(
    itemsIn(`试点方案\n一、工作任务\n建立采购平台。\n${scope}\n三、工作要求\n各县要加强领导。`),
  ).toEqual(["一 measure 工作任务", "三 requirement 工作要求"]);
});

test("a second plan in one notice begins with its title and what introduces it", () => {
  const first =
    "转制规定\n为深化改革，制定以下规定：\n一、公司制\n（一）推进资源整合。\n二、党的建设\n（二）企业要做好党组织设置工作。\n企业的认定，由甲县宣传部确定。";
  const second = "支持规定\n为促进发展，制定以下规定：\n一、财政税收\n（一）加大扶持力度。";
  expect(quotesIn(`${first}\n${second}`)).toEqual([
    "推进资源整合。",
    "企业要做好党组织设置工作。",
    "加大扶持力度。",
  ]);
});

test("marks of points are no part of what they mark", () => {
  expect(
    itemsIn("某市2025年重点工作\n●改造小区30个。（市住建局）\n●新增车位200个。（市城管局）"),
  ).toEqual(["¶1 measure 改造小区30个", "¶2 measure 新增车位200个"]);
});

test("a paragraph behind numbered sentences closes the document", () => {
  const numbered = "一、各乡镇要立即清理河道，登记隐患。\n二、隐患严重的，要限期整改。";
  const last = "各乡镇要将落实情况于12月底前报县政府。";
  expect(itemsIn(`关于清理河道的通知\n各乡镇：\n现通知如下：\n${numbered}\n${last}`).at(-1)).toBe(
    "¶结尾 requirement 各乡镇要将落实情况于12月底前报县政府",
  );
});

test("a list of problems without numbers gives what is to be put right", () => {
  const problem = (n: string) =>
    `问题${n}：治水不力。\n整改目标：消除黑臭水体。\n整改措施：1.改造管网。2.建立机制。\n责任单位：县水利局\n整改时限：10月底前`;
  expect(itemsIn(`整改清单\n${problem("一")}\n${problem("二")}`)).toEqual(
    ["问题一", "问题二"].flatMap((name) => [
      `${name} measure 消除黑臭水体`,
      `${name}/1 submeasure < ${name} 改造管网`,
      `${name}/2 submeasure < ${name} 建立机制`,
    ]),
  );
});

test("a semicolon behind an owner bracket belongs to neither stretch", () => {
  const text =
    "某市要点\n一、任务\n（一）办学。新建公办园（市教育局负责）；认定普惠园（市民政局负责）。";
  expect(itemsIn(text).at(-1)).toBe(
    "一/（一）/¶2 submeasure < 一/（一） 认定普惠园（市民政局负责）",
  );
});

test("a note below a table is no item", () => {
  const table = "序号\t任务\t责任单位\n1\t修渠\t县水利局\n2\t植树\t县林业局";
  expect(itemsIn(`重点任务\n${table}\n注：以上项目资金由县财政局统筹。`)).toEqual([
    "表/1 measure 修渠",
    "表/2 measure 植树",
  ]);
});
