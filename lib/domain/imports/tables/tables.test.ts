import { describe, expect, test } from "vitest";
import { itemsOf } from "@/lib/domain/imports/items/items";
import { itemsIn, quotesIn } from "@/lib/domain/imports/items/items.fixture";
import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { isIndicatorHead, roleOf } from "./headers";

test.each([
  ["序号", "number"],
  ["重点任务", "title"],
  ["类别", "kind"],
  ["原文条款", "quote"],
  ["整改目标", "title"],
  ["具体措施", "content"],
  ["主要内容", "content"],
  ["反馈问题", "problem"],
  ["牵头单位", "lead"],
  ["配合单位", "cooperating"],
  ["指导单位", "cooperating"],
  ["督导单位", "cooperating"],
  ["实施主体", "implementing"],
  ["责任单位", "owners"],
  ["责任分工", "owners"],
  ["完成时限", "deadline"],
  ["工作领域", "group"],
  ["落实情况", "progress"],
  ["责任人", "note"],
  ["牵头单位及主要负责人", "lead"],
  ["主要负责人", "note"],
  ["牵头领导", "note"],
  ["监督单位", "note"],
  ["会办单位", "cooperating"],
  ["完成节点", "deadline"],
  ["节点目标", "deadline"],
  ["推进计划", "deadline"],
  ["乡镇", null],
])("the column %s is for %s", (head, role) => {
  expect(roleOf(head)).toBe(role);
});

test("indicators have values to reach and nobody who answers for them", () => {
  expect(isIndicatorHead(["序号", "指标名称", "单位", "2030年目标值"])).toBe(true);
  expect(isIndicatorHead(["指标", "目标值", "责任单位"])).toBe(false);
});

test("who puts in practice answers for a task, if nobody else does", () => {
  const row = "建立制度\t2.年底前制定制度。\t县教育局";
  expect(itemsIn(`任务\t具体要求\t落实单位\n${row}`)).toEqual(["表/1 measure 建立制度"]);
  expect(itemsIn(`项目\t内容\t申报单位\n${row}`)).toEqual([]);
});

const head = "序号\t领域\t工作任务\t牵头单位\t完成时限";

describe("a table of tasks", () => {
  test("each row is an item by its number; its quote are the task's cells", () => {
    const text = `任务分工表\n序号\t任务\t主要内容\t责任单位\n1\t推广节水\t改造管网。新装水表。\t市水务局\n2\t治理内涝\t疏浚河道。\t市住建局`;
    expect(itemsIn(text)).toEqual(["表/1 measure 推广节水", "表/2 measure 治理内涝"]);
    expect(quotesIn(text)[0]).toBe("推广节水改造管网。新装水表。");
  });

  test("the number of what a cell says is none of its title, and stays in the quote", () => {
    const rows = [
      "1\t治水\t1.建成泵站三座\t县水务局",
      "2\t治水\t（二）疏浚河道，畅通水系\t县水务局",
      "3\t治水\t3.2025年底前完工\t县水务局",
      "4\t治水\t2.5万亩农田节水\t县水务局",
      "5\t治水\t一是治污\t县水务局",
    ];
    const text = `分工表\n序号\t领域\t任务\t责任单位\n${rows.join("\n")}`;
    expect(itemsIn(text)).toEqual([
      "表/1 measure 建成泵站三座",
      "表/2 measure 疏浚河道",
      "表/3 measure 2025年底前完工",
      "表/4 measure 2.5万亩农田节水",
      "表/5 measure 一是治污",
    ]);
    expect(quotesIn(text)[0]).toBe("1.建成泵站三座");
  });

  test("a row of nothing but “一” and a name heads the rows below", () => {
    const text =
      "分解表\n序号\t项目名称\t建设内容\t责任单位\n一\t教育提升\n1\t新建幼儿园\t新建3所。\t县教育局\n二\t城市更新\n2\t改造小区\t改造18个。\t县住建局";
    expect(itemsIn(text)).toEqual(["表/1 measure 新建幼儿园", "表/2 measure 改造小区"]);
  });

  test("beside owners, the first column with a head of its own holds the tasks", () => {
    const rows = "1\t新建步道两条\t县住建局\t9月底前\n2\t改造路灯百盏\t县城管局\t年底前";
    const expected = ["表/1 measure 新建步道两条", "表/2 measure 改造路灯百盏"];
    expect(itemsIn(`分解表\n序号\t民生实事\t责任单位\t完成时限\n${rows}`)).toEqual(expected);
    expect(itemsIn(`分解表\n序号\t惠民工程\t责任单位\t完成时限\n${rows}`)).toEqual(expected);
    expect(itemsIn(`通讯录\n序号\t乡镇\t电话\n${rows}`)).toEqual([]);
  });

  test("heading rows, totals and a head that comes again are no items", () => {
    expect(
      itemsIn(
        `任务清单\n${head}\n一、教育\t\t\t\t\n1\t\t新建幼儿园6所\t市教育局\t8月底前\n${head}\n2\t\t改造操场20个\t市教育局\t10月底前\n合计\t\t2项\t\t`,
      ),
    ).toEqual(["表/1 measure 新建幼儿园6所", "表/2 measure 改造操场20个"]);
  });

  test("a head of two rows names the columns more closely", () => {
    expect(
      itemsIn(
        "清单\n序号\t任务名称\t责任分工\t\t完成时限\n\t\t牵头单位\t配合单位\t\n1\t新建水厂\t市水务局\t市财政局\t年底前",
      ),
    ).toEqual(["表/1 measure 新建水厂"]);
  });

  test("a task that several rows share is their group", () => {
    expect(
      itemsIn(
        "分工表\n序号\t重点任务\t具体措施\t牵头单位\n1\t优化审批\t推行告知承诺\t甲局\n2\t\t推广电子证照\t乙局",
      ),
    ).toEqual(["表/1 measure 推行告知承诺", "表/2 measure 推广电子证照"]);
  });

  test("without a head it goes on with the table before it", () => {
    expect(
      itemsIn(
        `清单\n${head}\n1\t农业\t治理面源污染\t市农业农村局\t年底前\n二、水利\n2\t水利\t疏浚河道\t市水务局\t年底前`,
      ),
    ).toEqual(["表/1 measure 治理面源污染", "表/2 measure 疏浚河道"]);
  });

  test("that lists who applied, or how points are given, is none", () => {
    expect(
      itemsIn("名单\n序号\t项目名称\t申报单位\t补助金额\n1\t智慧水务\t某公司\t20万元"),
    ).toEqual([]);
    expect(
      itemsIn("考核表\n考核内容\t评分标准\t分值\t责任单位\n巡河\t每少一次扣1分\t10\t县水利局"),
    ).toEqual([]);
  });

  test("a row with its task alone has the owners and the time above", () => {
    const rows =
      "领域\t工作任务\t牵头单位\t完成时限\n农业\t治理面源污染\t市农业农村局\t年底前\n\t推广有机肥\t\t";
    expect(itemsIn(`清单\n${rows}`)).toEqual([
      "表/1 measure 治理面源污染",
      "表/2 measure 推广有机肥",
    ]);
  });

  test("a row without a task is none", () => {
    expect(
      itemsIn(
        `清单\n${head}\n1\t农业\t治理面源污染\t市农业农村局\t年底前\n2\t\t\t市水务局\t年底前`,
      ),
    ).toHaveLength(1);
  });

  test("that lists sums, persons or addresses is none", () => {
    expect(itemsIn("方案\n乡镇\t造林面积\t义务植树\n云岭镇\t3200\t12")).toEqual([]);
    expect(itemsIn("通讯录\n姓名\t单位\t电话\n王强\t县水利局\t000")).toEqual([]);
  });
});

test("numbered measures in a cell are parts of the row, which begins at its goal", () => {
  const text =
    "整改清单\n序号\t反馈问题\t整改目标\t整改措施\t责任单位\n1\t管网混接。\t混接点全部改造。\t（1）完成排查。（2）为各街道配齐检测设备。\t市水务局\n2\t扬尘。\t堆场规范管理。\t落实覆盖措施。\t市城管局";
  expect(itemsIn(text)).toEqual([
    "表/1 measure 混接点全部改造",
    "表/1/（1） submeasure < 表/1 完成排查",
    "表/1/（2） submeasure < 表/1 为各街道配齐检测设备",
    "表/2 measure 堆场规范管理",
  ]);
  expect(quotesIn(text).at(-1)).toBe("堆场规范管理。落实覆盖措施。");
});

test("so are 1. and 2. in the cell of a task, not numbers in its sentences", () => {
  const rows = (content: string) =>
    `清单\n序号\t任务\t内容\t责任单位\n1\t治理内涝\t${content}\t市住建局`;
  expect(itemsIn(rows("1.疏浚河道。2.改造泵站。"))).toHaveLength(3);
  expect(itemsIn(rows("新建泵站1.5座。2.8公里管网改造。"))).toHaveLength(1);
});

test("a task's own cell marks parts behind its words, as a second column of tasks does", () => {
  const rows = (heads: string, cells: string) =>
    itemsIn(`清单\n序号\t${heads}\t牵头单位\n1\t${cells}\t县水利局`);
  const expected = [
    "表/1 measure 建好小水库",
    "表/1/（1） submeasure < 表/1 加固坝体两座",
    "表/1/（2） submeasure < 表/1 配备看护人员",
  ];
  const parts = "（1）加固坝体两座。（2）配备看护人员。";
  expect(rows("工作任务", `建好小水库。${parts}`)).toEqual(expected);
  expect(rows("改革事项\t改革举措", `建好小水库\t${parts}`)).toEqual(expected);
  expect(rows("工作任务", parts)).toHaveLength(1);
});

test("row 1.1 is a part of row 1, as number 11 is none of 1", () => {
  expect(
    itemsIn(
      "分工表\n序号\t任务名称\t牵头单位\n1\t治水\t市水务局\n1.1\t疏浚河道\t市水务局\n1.10\t新建泵站\t市水务局\n11\t治气\t市环保局",
    ),
  ).toEqual([
    "表/1 measure 治水",
    "表/1/1 submeasure < 表/1 疏浚河道",
    "表/1/10 submeasure < 表/1 新建泵站",
    "表/11 measure 治气",
  ]);
});

test("类别 says the kind where it names kinds of tasks, and else a group", () => {
  const rows = (a: string, b: string) =>
    `分工表\n序号\t类别\t任务名称\t牵头单位\n1\t${a}\t管网改造\t甲局\n2\t${b}\t排查整治\t乙局`;
  expect(itemsIn(rows("工作目标", "工作要求"))).toEqual([
    "表/1 goal 管网改造",
    "表/2 requirement 排查整治",
  ]);
  expect(itemsIn(rows("工作目标", "水利"))).toEqual([
    "表/1 measure 管网改造",
    "表/2 measure 排查整治",
  ]);
});

test("beside owners and times, the one column that names anything holds the tasks", () => {
  const text =
    "安排表\n专项整治行业名称\t时间安排\t责任单位\n烟花爆竹\t1月份\t安监站\n电力设施\t3月份\t电管所";
  expect(itemsIn(text)).toEqual(["表/1 measure 烟花爆竹", "表/2 measure 电力设施"]);
});

test("a column of the document's words is the quote alone, and the title is as it stands", () => {
  const text =
    "分工表\n序号\t任务名称\t原文条款\t牵头单位\n1\t改造管网，新装水表\t二是改造老旧管网。\t甲局";
  expect(itemsIn(text)).toEqual(["表/1 measure 改造管网，新装水表"]);
  expect(quotesIn(text)).toEqual(["二是改造老旧管网。"]);
});

test("rows of indicators are goals in a plan and nothing in an annex", () => {
  const rows = "序号\t指标名称\t单位\t2030年目标值\n1\t森林覆盖率\t%\t48";
  expect(itemsIn(`规划\n一、主要目标\n到2030年，质量改善。\n${rows}`)).toEqual([
    "一 goal 主要目标",
    "表/1 goal 森林覆盖率",
  ]);
  expect(itemsIn(`规划\n一、主要目标\n到2030年，质量改善。\n附件\n监测指标\n${rows}`)).toEqual([
    "一 goal 主要目标",
  ]);
});

test("what a person says of the columns counts, whatever their heads say", () => {
  const document = readLines("项目\t单位\t做什么\n新水厂\t市水务局\t建设水厂2座。");
  expect(itemsOf(document)).toEqual([]);
  const said = [{ table: 0, roles: ["title" as const, "lead" as const, "content" as const] }];
  const [item] = itemsOf(document, said);
  const words = (place?: { start: number; end: number }) =>
    place && document.text.slice(place.start, place.end);
  expect([words(item?.title), words(item?.cells.lead?.[0])]).toEqual(["新水厂", "市水务局"]);
});
