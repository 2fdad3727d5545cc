import { expect, test } from "vitest";
import { itemsIn, quotesIn } from "./items.fixture";

test("a notice without numbers ends with a requirement", () => {
  const end = (last: string) =>
    itemsIn(`关于报送进展的通知\n局属各单位：\n各单位要倒排计划，抓好开工。\n${last}`).at(-1);
  expect(end("希各单位要高度重视，确保完成。")).toContain(" requirement ");
  expect(end("各单位要每月报送进展。")).toContain(" measure ");
});

test("a letter's paragraph orders somebody also behind 特别是", () => {
  const letter = "关于转发防震报告的通知\n各县：\n现将报告转发给你们，请认真贯彻执行。";
  const order = "各地、各部门，特别是防御区所在地，要尽早组织宣传。";
  const text = `${letter}\n${order}\n县政府\n2025年3月1日\n报告\n一、各乡镇要演练。\n二、县地震局要监测。`;
  expect(itemsIn(text)[0]).toContain("通知/¶2 requirement 各地、各部门");
});

test("headings without numbers part a document that has none", () => {
  expect(
    itemsIn(
      "工作安排\n工作目标\n到2025年底，网办率达到98%。\n重点工作\n加快建设平台。\n目前已归集数据3亿条。\n保障措施\n各区要落实专人。",
    ),
  ).toEqual([
    "工作目标/¶1 goal 到2025年底，网办率达到98%",
    "重点工作/¶1 measure 加快建设平台",
    "保障措施/¶1 requirement 各区要落实专人",
  ]);
});

test("rectification in paragraphs runs from the goal or the measures to the end of these", () => {
  expect(
    quotesIn(
      "整改方案\n一、整改任务\n1.反馈问题：阵地管理不严。\n整改措施：开展排查，建立台账。\n责任单位：县委网信办",
    ),
  ).toEqual(["开展排查，建立台账。"]);
});

test("a page of contents and the line breaks of a page change nothing", () => {
  const lines =
    "实施方案\n一、任务\n（一）建设水厂。新建水厂，扩大供水范围，完善各乡镇的管网和泵站，";
  expect(quotesIn(`${lines}\n改善水质。\n（二）健全机制。建立台账。`)[0]).toMatch(/改善水质。$/u);
  expect(
    itemsIn(
      "规划\n一、任务……………1\n二、保障措施……………9\n一、任务\n（一）建设水厂。\n（二）治理河道。",
    ),
  ).toHaveLength(2);
});

test("a shortcoming to put right: its goal is the item, the numbered measures its parts, owners at either end are its own", () => {
  const text = (before: string, after: string) =>
    `整改清单\n一、部分河道水质不达标\n${before}整改目标：消除劣V类水体。\n整改措施：\n1.实施清淤工程。\n2.加强监管。${after}\n二、渣土管理混乱\n整改目标：运输规范。\n整改措施：\n1.开展整治。\n2.建立机制。`;
  const expected = [
    "消除劣V类水体。",
    "实施清淤工程。",
    "加强监管。",
    "运输规范。",
    "开展整治。",
    "建立机制。",
  ];
  expect(quotesIn(text("责任单位：市水务局\n", ""))).toEqual(expected);
  expect(quotesIn(text("", "\n责任单位：市水务局\n整改时限：年底前"))).toEqual(expected);
  expect(itemsIn(text("", "")).slice(0, 2)).toEqual([
    "一 measure 消除劣V类水体",
    "一/1 submeasure < 一 实施清淤工程",
  ]);
});

test("a section may have its content behind a colon", () => {
  expect(
    itemsIn(
      "方案\n一、指导思想：坚持统筹推进。\n二、工作目标：到2025年底，满意度达到95%。\n三、重点任务：\n（一）审批提速：年底前梳理100项。\n（二）服务提质：每月开展一次恳谈。责任单位：市工商联\n四、工作要求：\n1、提高认识，加强领导。",
    ),
  ).toEqual([
    "二 goal 工作目标",
    "三/（一） measure 审批提速：年底前梳理100项",
    "三/（二） measure 服务提质：每月开展一次恳谈",
    "四/1 requirement 提高认识，加强领导",
  ]);
});

test("annexes to fill in or to look up give none", () => {
  const text = (title: string) =>
    `方案\n一、任务\n（一）建设水厂。\n（二）治理河道。\n附件1\n${title}\n1.加强管理：指健全制度。\n2.完善设施：指新建管网。`;
  expect(itemsIn(text("名词解释"))).toHaveLength(2);
  expect(itemsIn(text("重点工作"))).toHaveLength(4);
});

test("numbered measures in the paragraph of a shortcoming are parts where a goal stands above them", () => {
  const text = (goal: string) =>
    `整改方案\n一、整改任务\n1.关于采砂监管不力问题\n${goal}整改措施：①开展专项整治；②建立联合机制。\n责任单位：县水利局\n2.关于修复滞后问题\n整改措施：编制方案。`;
  expect(quotesIn(text("整改目标：消除非法采砂。\n"))).toEqual([
    "消除非法采砂。",
    "开展专项整治；",
    "建立联合机制。",
    "编制方案。",
  ]);
  expect(quotesIn(text(""))).toEqual(["①开展专项整治；②建立联合机制。", "编制方案。"]);
});

test("a label of owners behind the last part stands in its quote", () => {
  expect(
    quotesIn(
      "方案\n一、任务\n1.保护耕地。（1）落实责任；（2）建设良田三万亩。责任单位：县农业农村局。\n2.健全机制。建立台账。",
    ),
  ).toEqual([
    "保护耕地。",
    "落实责任；",
    "建设良田三万亩。责任单位：县农业农村局。",
    "健全机制。建立台账。",
  ]);
});

test("a line of owners behind the last numbered part is of the whole too", () => {
  expect(
    quotesIn(
      "方案\n一、任务\n1.做强产业。实施品牌工程。\n（1）新建大棚。\n（2）打造品牌。\n（县农业农村局牵头）\n2.健全机制。建立台账。",
    ),
  ).toEqual(["做强产业。实施品牌工程。", "新建大棚。", "打造品牌。", "健全机制。建立台账。"]);
});

test("a section that lists whom it is for is none, nor is an account of what was done", () => {
  expect(
    itemsIn(
      "若干措施\n一、服务对象与认定\n本措施重点服务以下两类对象：\n（一）对内培育对象：鼓励和支持本地企业。\n（二）对外服务对象：面向外地企业。\n二、重点监测区的确定\n自去年以来，我局每年都进行会商。确定重点地区时，必须兼顾灾情。经研究，确定了重点监测区。\n三、主要任务\n县水利局要建立台账。",
    ),
  ).toEqual(["三 measure 主要任务"]);
});

test("what somebody may have below a heading of policies is given; a goal below a heading of thoughts is one", () => {
  expect(
    itemsIn(
      "方案\n一、总体思路\n（一）核心定位\n建强社区，打造高地。\n（二）发展目标\n到2026年底，建成社区10个。\n二、支持政策\n（一）空间支持\n1.从业者无自有住房的，可申请人才公寓。\n2.入驻社区的主体，享受免费数据通道。\n三、培育企业。对首次认定的企业给予奖补。\n政策咨询：县科技局\n联系方式：85911985\n政策具体实施期限按照相关规定执行。",
    ),
  ).toEqual([
    "一/（二） goal 发展目标",
    "二/（一）/1 measure 从业者无自有住房的，可申请人才公寓",
    "二/（一）/2 measure 入驻社区的主体，享受免费数据通道",
    "三 measure 培育企业",
  ]);
});

test("what an inspection looks at is none; general demands with a day are a goal", () => {
  expect(
    itemsIn(
      "通知\n一、检查的范围和内容\n这次检查的范围包括各类企业，要重点检查违规问题。\n二、总体要求\n坚持问题导向，2026年底前全面完成整改任务。\n三、主要任务\n县水利局要建立台账。",
    ),
  ).toEqual(["二 goal 总体要求", "三 measure 主要任务"]);
});

test("a section whose one paragraph orders nothing is none", () => {
  expect(
    itemsIn(
      "通知\n一、招生对象\n年满6周岁的儿童。\n二、补偿标准\n（一）水质达标的，上游获得补偿。\n三、基本概念\n水网由河湖和渠道组成。\n四、主要任务\n各区要公布招生范围。",
    ),
  ).toEqual(["四 measure 主要任务"]);
});

test("a number on a line of its own has the words of the next; without any it is none", () => {
  expect(
    itemsIn("方案\n一、\n工作任务\n（一）\n建设水厂。新建水厂。\n（二）治理河道。\n（三）"),
  ).toEqual(["一/（一） measure 建设水厂", "一/（二） measure 治理河道"]);
});

test("parts that begin within a line are parts, however many lines they go on", () => {
  const text =
    "方案\n一、步骤\n（一）动员阶段（3月1日至3月10日）。一是召开动员会。各乡镇制定方案。\n二是建立台账。各乡镇逐村排查。\n（二）整治阶段。\n全面整治河道。";
  expect(itemsIn(text)).toEqual([
    "一/（一） measure 动员阶段（3月1日至3月10日）",
    "一/（一）/一是 submeasure < 一/（一） 召开动员会",
    "一/（一）/二是 submeasure < 一/（一） 建立台账",
    "一/（二） measure 整治阶段",
  ]);
});

test("a rule of one sentence that orders nothing is none, wherever it is numbered", () => {
  expect(
    itemsIn(
      "关于返还管护费的通知\n各乡镇：\n一、返还数额按实际交纳数的七成计算。\n二、各乡镇要在年底前报送数额。\n三、返还的年限为三年。",
    ),
  ).toEqual(["二 measure 各乡镇要在年底前报送数额"]);
});

test("a sentence that hands the notice over is no second paragraph of the last section", () => {
  const text = (last: string) =>
    itemsIn(`关于防汛的通知\n各村：\n一、落实任务。\n各村要排查险段。\n二、加强值班。\n${last}`);
  const first = "二 measure 加强值班";
  expect(text("各村要有人值班。\n以上通知希遵照执行。").at(-1)).toBe(first);
  expect(text("各村要有人值班。\n水利站要每天报告。")).not.toContain(first);
});

test("a bracket of owners on a line of its own ends the item above it", () => {
  const text =
    "要点\n一、任务\n（一）公开清单\n公布权力清单。\n（县编办牵头，县司法局配合）\n（二）规范检查\n公布检查结果。\n（此件公开发布）";
  expect(quotesIn(text)).toEqual([
    "公开清单公布权力清单。（县编办牵头，县司法局配合）",
    "规范检查公布检查结果。",
  ]);
});

test("a shortcoming in one sentence is put right as one in a heading is", () => {
  const text =
    "整改清单\n一、养殖场粪污直排，群众反映强烈。\n整改目标：利用率达到80%。\n整改措施：1.开展排查。2.加强执法。\n整改时限：2021年底前\n责任单位：县农业局\n二、管网滞后。\n整改目标：新建管网。\n整改措施：编制规划。";
  expect(itemsIn(text)).toEqual([
    "一 measure 利用率达到80%",
    "一/1 submeasure < 一 开展排查",
    "一/2 submeasure < 一 加强执法",
    "二 measure 新建管网",
  ]);
});
