import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("a day or a period with 前 ends with its last day", () => {
  test.each<[string, ...string[]]>([
    ["2025年6月底前完成。", "2025年6月底前 | date | 2025-06-30 | month"],
    ["于2025年6月30日前报市政府办公室。", "2025年6月30日前 | date | 2025-06-30 | day"],
    ["8月底前提交名册", "8月底前 | date | 2025-08-31 | year:document | month"],
    ["六月底前完成", "六月底前 | date | 2025-06-30 | year:document | month"],
    ["二〇二五年六月三十日前上报", "二〇二五年六月三十日前 | date | 2025-06-30 | day"],
    ["年底前建成投用。", "年底前 | date | 2025-12-31 | year:document | year"],
    ["2025年年底前完成", "2025年年底前 | date | 2025-12-31 | year"],
    ["今年内完成", "今年内 | date | 2025-12-31 | year:document | year"],
    ["明年3月底前完成整改", "明年3月底前 | date | 2026-03-31 | year:document | month"],
    ["三季度末前完成", "三季度末前 | date | 2025-09-30 | year:document | quarter"],
    ["实行季度督查通报、年终考评汇总。", "年终 | date | 2025-12-31 | year:document | year"],
    ["年内动工。", "年内 | date | 2025-12-31 | year:document | year"],
    ["（县水利局牵头，年内持续推进）", "年内 | date | 2025-12-31 | year:document | year"],
    ["上半年内完成", "上半年内 | date | 2025-06-30 | year:document | half"],
    ["6月前完成", "6月前 | date | 2025-06-30 | year:document | month"],
    ["2030年前实现碳达峰", "2030年前 | date | 2030-12-31 | year"],
    [
      "请于3月5日（星期三）下午下班前将名单报至市府办",
      "3月5日(星期三)下午下班前 | date | 2025-03-05 | year:document | day",
    ],
    ["请各单位于2025年3月5日18时前反馈", "2025年3月5日18时前 | date | 2025-03-05 | day"],
    ["请于2025 年 3 月 15 日 前反馈", "2025年3月15日前 | date | 2025-03-15 | day"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a named period has both days", () => {
  test.each<[string, ...string[]]>([
    [
      "力争上半年选定运营主体",
      "上半年 | date | 2025-01-01..2025-06-30 | year:document | soft | half",
    ],
    ["县托育中心9月投入运营。", "9月 | date | 2025-09-01..2025-09-30 | year:document | month"],
    [
      "办好茶节，全年接待游客突破80万人次。",
      "全年 | range | 2025-01-01..2025-12-31 | year:document | year",
    ],
    ["6月上旬组织考试", "6月上旬 | date | 2025-06-01..2025-06-10 | year:document | ten_day"],
    ["第三季度启动试点", "第三季度 | date | 2025-07-01..2025-09-30 | year:document | quarter"],
    ["2025年上半年，启动二期工程", "2025年上半年 | date | 2025-01-01..2025-06-30 | half"],
    [
      "上半年完成审批，下半年开工建设",
      "上半年 | date | 2025-01-01..2025-06-30 | year:document | half",
      "下半年 | date | 2025-07-01..2025-12-31 | year:document | half",
    ],
    ["9月份为自查阶段", "9月份 | date | 2025-09-01..2025-09-30 | year:document | month"],
    ["建成区2025年基本消除黑臭水体", "2025年 | date | 2025-01-01..2025-12-31 | year"],
    [
      "推进迁建项目，9月份主体封顶。",
      "9月份 | date | 2025-09-01..2025-09-30 | year:document | month",
    ],
    ["单位能耗2025年要比上年降低5%", "2025年 | date | 2025-01-01..2025-12-31 | year"],
    ["建成中心并于7月份启用。", "7月份 | date | 2025-07-01..2025-07-31 | year:document | month"],
    ["一期工程6月份上线。", "6月份 | date | 2025-06-01..2025-06-30 | year:document | month"],
    ["2026年第一季度委托第三方评估", "2026年第一季度 | date | 2026-01-01..2026-03-31 | quarter"],
    ["2025年10月，举办博览会", "2025年10月 | date | 2025-10-01..2025-10-31 | month"],
    ["2025年新建改造学校20所。", "2025年 | date | 2025-01-01..2025-12-31 | year"],
    [
      "2025年6月试运行、9月正式投用",
      "2025年6月 | date | 2025-06-01..2025-06-30 | month",
      "9月 | date | 2025-09-01..2025-09-30 | year:sentence | month",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("in a goal a year may stand behind a place", () => {
  test.each<[string, ...string[]]>([
    ["乙山市2027年浓度下降15%以上", "2027年 | target | 2027-12-31 | year"],
    ["浓度比乙山市2027年的低"],
  ])("%s", (words, ...times) => expect(timesIn(words, { kind: "goal" })).toEqual(times));
});

describe("two times share what stands before and behind them", () => {
  test.each<[string, ...string[]]>([
    [
      "分别于6月底和9月底报送报告",
      "6月底 | date | 2025-06-30 | year:document | month",
      "9月底 | date | 2025-09-30 | year:document | month",
    ],
    ["汇编6月底和9月底的报告"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("the number of an item is no part of a year behind it", () => {
  test.each<[string, ...string[]]>([
    ["2.2025年底前制定制度", "2025年底前 | date | 2025-12-31 | year"],
    ["增长2.2025年底前制定制度"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("到 is what is reached", () => {
  test.each<[string, ...string[]]>([
    ["到2027年底，覆盖率达到95%。", "到2027年底 | target | 2027-12-31 | year"],
    ["到2026年，建成10个", "到2026年 | target | 2026-12-31 | year"],
    [
      "到2026年、2028年分别达到60%、90%",
      "到2026年 | target | 2026-12-31 | year",
      "2028年 | target | 2028-12-31 | year",
    ],
    ["到2025年底前，实现全覆盖。", "到2025年底前 | date | 2025-12-31 | year"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("several times in a row each count", () => {
  test.each<[string, ...string[]]>([
    [
      "2025年6月、9月、12月底前分别完成30%、60%、100%",
      "2025年6月 | date | 2025-06-01..2025-06-30 | month",
      "9月 | date | 2025-09-01..2025-09-30 | year:sentence | month",
      "12月底前 | date | 2025-12-31 | year:sentence | month",
    ],
    [
      "2025年3月底和9月底前",
      "2025年3月底 | date | 2025-03-31 | month",
      "9月底前 | date | 2025-09-30 | year:sentence | month",
    ],
    [
      "2025年底前开工建设10个，2026年6月底前全部建成。",
      "2025年底前 | date | 2025-12-31 | year",
      "2026年6月底前 | date | 2026-06-30 | month",
    ],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a bare day ahead is one, of the past none", () => {
  test.each<[string, ...string[]]>([
    ["9月15日，举办启动仪式", "9月15日 | date | 2025-09-15 | year:document | day"],
    ["截止时间为2025年3月25日", "2025年3月25日 | date | 2025-03-25 | day"],
    ["不迟于2025年5月15日上报", "2025年5月15日 | date | 2025-05-15 | day"],
    ["1月15日，召开动员会"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a year or period that is part of a name is none", () => {
  test.each<[string, ...string[]]>([
    ["确保2025年各项年度目标任务圆满完成。"],
    ["做好2025年高考组织工作"],
    ["纳入年底效能目标考核"],
    ["2025年度任务清单"],
    ["确保2025年市《政府工作报告》任务落实"],
    ["推进2025年度高标准农田建设"],
    ["2025年冬季清洁取暖"],
    ["在6月安全生产月期间开展宣传"],
    ["省内外"],
    ["区域内"],
    ["2025年前三季度增长6%"],
    ["与2025年基本持平"],
    ["报送信息全年不少于24篇"],
    ["上、下半年各开展一次"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("what begins is no deadline, but goes on in a time column", () => {
  test.each<[string, ...string[]]>([
    ["2025年起，新建建筑全面执行"],
    ["2025年7月1日前完成系统改造，7月1日起正式实施。", "2025年7月1日前 | date | 2025-07-01 | day"],
    ["10月17日前后集中开展"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("in a time column each counts as it stands", () => {
  test.each<[string, ...string[]]>([
    ["6月", "6月 | date | 2025-06-01..2025-06-30 | year:document | month"],
    ["2025年", "2025年 | date | 2025-01-01..2025-12-31 | year"],
    ["全年", "全年 | range | 2025-01-01..2025-12-31 | year:document | year"],
    ["年内", "年内 | date | 2025-12-31 | year:document | year"],
    ["2025年年中", "2025年年中 | date | 2025-01-01..2025-06-30 | half"],
    [
      "3月底前印发清单，10月底前完成",
      "3月底前 | date | 2025-03-31 | year:document | month",
      "10月底前 | date | 2025-10-31 | year:document | month",
    ],
    [
      "2025年3月启动，2026年底完成",
      "2025年3月 | date | 2025-03-01..2025-03-31 | month",
      "2026年底 | date | 2026-12-31 | year",
    ],
    ["2025年3月起", "2025年3月起 | ongoing | 2025-03-01.. | none"],
    ["按国家和省部署推进"],
    ["待定"],
  ])("%s", (words, ...times) => expect(timesIn(words, { isCell: true })).toEqual(times));
});

test("on a day that has a name", () => {
  expect(timesIn("2025年11月9日“消防日”当天，县消防大队将举办演练")).toEqual([
    "2025年11月9日 | date | 2025-11-09 | day",
  ]);
});
