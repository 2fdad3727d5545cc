import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readLines } from "./labelled/documents.fixture";
import { proposalsOf } from "./proposals";

const certaintyIn = (text: string) =>
  proposalsOf(readLines(text), calendar).candidates.map(({ certainty }) => certainty);
const plan = (item: string) =>
  `实施方案\n一、重点任务\n（一）${item}\n（二）建设水厂。新建水厂。（责任单位：县水利局）`;

test("sure where the place, the owners' place and the form of the time leave nothing open", () => {
  expect(certaintyIn(plan("完善台账。2025年6月底前完成。（责任单位：县水利局）"))).toEqual([
    "sure",
    "sure",
  ]);
  expect(
    certaintyIn("分工表\n序号\t任务\t牵头单位\t完成时限\n1\t新建水厂\t县水利局\t2025年底前"),
  ).toEqual(["sure"]);
});

test.each([
  [
    "persons and times stand beside the owners",
    "完善台账。健全制度。（责任领导：李娜；责任单位：县水利局；完成时限：2025年6月底）",
  ],
  [
    "the owners' place also says how they are written",
    "完善台账。健全制度。（责任单位：县水利局、县财政局，列首位的为牵头单位，下同）",
  ],
  ["a year is said to be reached", "建设泵站。到2026年，建成泵站3座。（责任单位：县水利局）"],
  ["governments help", "完善台账。健全制度。（责任单位：县水利局；配合单位：各乡镇人民政府）"],
])("sure also where %s", (_, item) => {
  expect(certaintyIn(plan(item))[0]).toBe("sure");
});

test.each([
  ["nobody is named", "完善台账。健全制度。"],
  ["owners are read from a sentence", "完善台账。县水利局要健全制度。"],
  [
    "words may say a time that was not read",
    "完善台账。按“十四五”期间要求推进。（责任单位：县水利局）",
  ],
  ["the form of a name is not known", "完善台账。健全制度。（责任单位：县水利局、城东片区）"],
  [
    "words may say a time beside the one that was read",
    "完善台账。按“十四五”期间要求推进，2025年6月底前完成。（责任单位：县水利局）",
  ],
  [
    "the place of owners has words that were not read",
    "完善台账。健全制度。（责任单位：县水利局，各流域上下游左右岸）",
  ],
  ["a label is not known", "完善台账。健全制度。\n责任单位：县水利局\n包抓单位：县财政局"],
  ["a name may be two names", "完善台账。健全制度。（责任单位：县水利局，各乡镇、街道办事处）"],
  ["a class may be whoever it may be", "完善台账。健全制度。（责任单位：县水利局、各审批部门）"],
  ["a class may only help", "完善台账。健全制度。（责任单位：县水利局；配合单位：各商业银行）"],
  ["who leads may only guide", "完善台账。健全制度。（县水利局指导，各乡镇人民政府负责）"],
  ["a zone may do what each place does", "完善台账。健全制度。（高新区管委会、县水利局、各乡镇）"],
  ["a kind of school may be one", "完善台账。健全制度。（责任单位：镇应急办、中心小学）"],
  [
    "a bare year may only say how much",
    "开展培训。2025年培训工匠800人以上。（责任单位：县水利局）",
  ],
  ["all that are named only help", "完善台账。健全制度。（配合单位：县水利局）"],
  ["what repeats may be a quota", "开展培训。每年组织培训班20个以上。（责任单位：县水利局）"],
  ["no words say the year", "完善台账。6月底前完成。（责任单位：县水利局）"],
  [
    "it is to be done before something",
    "检修机井。播种、收割开始前逐一检修。（责任单位：县水利局）",
  ],
  ["some years are counted in words", "完善台账。用两年时间健全制度。（责任单位：县水利局）"],
  ["something is to come again", "完善台账。按月通报情况。（责任单位：县水利局）"],
  [
    "a time may say how long something is granted",
    "落实政策。2026年底前对泵站用电免收基本电费。（责任单位：县水利局）",
  ],
  ["the time is soft", "完善台账。力争2025年6月底前完成。（责任单位：县水利局）"],
])("likely where %s", (_, item) => {
  expect(certaintyIn(plan(item))[0]).toBe("likely");
});

test("likely where a column of times says one that was not read", () => {
  const table = (time: string) =>
    `分工表\n序号\t任务\t牵头单位\t完成时限\n1\t新建水厂\t县水利局\t${time}\n2\t修建泵站\t县水利局\t2025年底前`;
  expect(certaintyIn(table("分季节推进"))[0]).toBe("likely");
  expect(certaintyIn(table("按省部署推进"))[0]).toBe("sure");
});

test("likely where somebody else may be told than the owners from above", () => {
  const under = (item: string) =>
    `实施方案\n一、重点任务\n各乡镇要抓好落实。\n（一）${item}\n（二）建设水厂。新建水厂。（责任单位：县水利局）`;
  expect(certaintyIn(under("完善台账。健全制度，逐项销号。"))[0]).toBe("sure");
  expect(certaintyIn(under("完善台账。村民小组要健全制度，逐项销号。"))[0]).toBe("likely");
});

const rowsOf = (heads: string, ...rows: string[]) =>
  certaintyIn(`分工表\n序号\t任务\t牵头单位\t${heads}\n${rows.join("\n")}`);

test.each([
  ["a column is not known and names a unit", "挂钩\t完成时限", "县水利局\t县财政局\t2025年底前"],
  ["a time is an adverb", "完成时限", "县水利局\t尽快启动"],
  ["a time beside the one that was read is not", "完成时限", "县水利局\t2025年底前，“十四五”期间"],
  [
    "times are for parts that are none",
    "完成时限",
    "县水利局\t（1）2025年6月底前；（2）2025年底前",
  ],
  [
    "words of the task may say how much there is in a year",
    "完成时限",
    "县水利局\t2025年底前",
    "全年",
  ],
  ["a time is for a part", "完成时限", "县水利局\t第一项2025年6月底前，其余2025年底前"],
  [
    "owners are for parts",
    "责任单位\t完成时限",
    "县水利局\t（1）县财政局；（2）县住建局\t2025年底前",
  ],
  ["a unit has two parts", "实施主体\t完成时限", "县水利局\t县水利局\t2025年底前"],
])("likely in a row where %s", (_, heads, cells, often = "") => {
  expect(rowsOf(heads, `1\t${often}新建水厂\t${cells}`)).toEqual(["likely"]);
});

test("a part of a row is no surer of its owners than the row's cells are", () => {
  const parts = "新建水厂。（1）改造管网。（2）安装水表。";
  expect(rowsOf("实施主体", `1\t${parts}\t县水利局\t县水利局`)).not.toContain("sure");
  expect(rowsOf("实施主体", `1\t${parts}\t县水利局\t县城投集团`)).toEqual(["sure", "sure", "sure"]);
});

test("likely where several times of a row with parts may each be of one", () => {
  const row = (time: string) =>
    rowsOf("完成时限", `1\t新建水厂。一是改造管网；二是安装水表。\t县水利局\t${time}`);
  expect(row("2025年底前")).toEqual(["sure", "sure", "sure"]);
  expect(row("2025年6月底前改造，2025年底前安装")).toEqual(["likely", "likely", "likely"]);
  expect(row("2025年6月底前启动，2025年底前完成")).toEqual(["likely", "likely", "likely"]);
});

test("likely where the owners of several parts stand behind the last one, which may have them alone", () => {
  const item = "完善台账。一是健全制度。二是建设泵站。（责任单位：县水利局）";
  expect(certaintyIn(plan(item)).slice(0, 3)).toEqual(["sure", "sure", "likely"]);
});

test("likely where a task has kept a number", () => {
  expect(rowsOf("完成时限", "1\t3.新建水厂。\t县水利局\t2025年底前")).toEqual(["likely"]);
});

test("likely where what counts parts is one item", () => {
  expect(rowsOf("完成时限", "1\t1.改造管网。2.安装水表。\t县水利局\t2025年底前")).toEqual([
    "likely",
  ]);
});

test("likely where an empty cell of those responsible beside a lead was filled from above", () => {
  const first = "1\t新建水厂\t县水利局\t县财政局";
  expect(rowsOf("责任单位", first, "2\t修建泵站\t县住建局\t")).toEqual(["sure", "likely"]);
  expect(rowsOf("责任单位", first, "2\t修建泵站\t\t县住建局")).toEqual(["sure", "sure"]);
});

test("sure of a time that stands in the words and in the column, and where it goes on behind one", () => {
  expect(
    rowsOf("完成时限", "1\t办好茶节，2025年6月底前接待游客。\t县文旅局\t2025年6月底前"),
  ).toEqual(["sure"]);
  const bracket = (end: string) => plan(`完善台账。健全制度。（县水利局负责${end}）`);
  expect(certaintyIn(bracket("，2025年内持续推进"))[0]).toBe("sure");
  expect(certaintyIn(bracket("，持续推进改革"))[0]).toBe("likely");
});

test("likely where paragraphs below a heading of goals may each be one", () => {
  const goals = (...lines: string[]) =>
    certaintyIn(
      `规划\n一、总体要求\n（一）指导思想\n坚持为民。\n（二）主要目标\n${lines.join("\n")}\n二、任务\n（一）建设水厂。新建水厂。`,
    )[0];
  expect(goals("到2026年，建成水厂3座。")).toBe("sure");
  expect(goals("到2026年，建成水厂3座。", "到2028年，建成水厂9座。")).toBe("likely");
});

test("doubtful where it may be left out", () => {
  const lead =
    "实施方案\n一、任务\n（一）清理事项。（省政府办公厅牵头）\n1.编制清单。（甲局负责）\n2.开展改革。（乙局负责）";
  expect(certaintyIn(lead)).toEqual(["doubtful", "sure", "sure"]);
});
