import { describe, expect, test } from "vitest";
import { itemsIn, quotesIn } from "./items.fixture";

describe("a plan", () => {
  test("has a goal, measures of the lowest number, and requirements by the section's heading", () => {
    expect(
      itemsIn(`柳溪县小水库安全运行行动计划
为加强小水库管理，制定本行动计划。
一、总体要求
（一）指导思想。以人民为中心，统筹发展和安全。
（二）主要目标。到2027年底，安全鉴定率达到100%。
二、重点任务
（一）实施除险加固
1.完成安全鉴定。对36座小水库逐库鉴定，形成清单。
2.推进加固改造。按照“一库一策”分批实施。
（二）落实管护责任。逐库公布责任人。
三、保障措施
（一）加强组织领导。成立工作专班。
（二）强化资金保障。2025年底前落实专项资金。
本行动计划自印发之日起实施，由县水利局负责解释。`),
    ).toEqual([
      "一/（二） goal 主要目标",
      "二/（一）/1 measure 完成安全鉴定",
      "二/（一）/2 measure 推进加固改造",
      "二/（二） measure 落实管护责任",
      "三/（一） requirement 加强组织领导",
      "三/（二） requirement 强化资金保障",
    ]);
  });

  test("a heading of resources is no requirement", () => {
    expect(
      itemsIn(
        "实施方案\n一、重点任务\n（一）建设水厂。新建水厂2座。\n二、资金保障\n（一）加大投入。设立专项资金。",
      ),
    ).toEqual(["一/（一） measure 建设水厂", "二/（一） measure 加大投入"]);
  });

  test("a section of one paragraph is the item, of several each that orders something", () => {
    expect(
      itemsIn(`实施意见
一、发展目标
到2027年，建成示范镇4个。
二、政策支持
加大资金投入。县财政每年安排500万元。
强化人才支撑。组织毕业生到村任职。
三、组织实施
各乡镇要成立工作专班。`),
    ).toEqual([
      "一 goal 发展目标",
      "二/¶1 measure 加大资金投入",
      "二/¶2 measure 强化人才支撑",
      "三 requirement 组织实施",
    ]);
  });

  test("principles, scope, what was achieved, problems and procedures give none", () => {
    expect(
      itemsIn(`若干政策
一、2024年工作回顾
（一）产业升级。建成标准厂房20万平方米。
二、存在的主要问题
（一）人才短缺。要加强引进。
三、基本原则
（一）坚持统筹推进。加强协同。
四、支持范围
本政策适用于本县企业。
五、申报程序
（一）企业申报。向主管部门提出申请。
六、支持政策
（一）支持上市。给予最高500万元奖励。`),
    ).toEqual(["六/（一） measure 支持上市"]);
  });

  test("a numbered permission is none, one that also orders something is", () => {
    expect(
      itemsIn(
        "实施方案\n一、工作任务\n（一）有条件的乡镇可成立工作小组。\n（二）有条件的可先行，各乡镇要抓紧落实。\n（三）清理台账。",
      ),
    ).toEqual(["一/（二） measure 有条件的可先行，各乡镇要抓紧落实", "一/（三） measure 清理台账"]);
  });

  test("the paragraph behind the last number that speaks to all closes the document", () => {
    const text = (closing: string) =>
      `通知\n一、压实责任。各地要签订责任书。\n二、加强巡护。各地要划定禁火区。\n${closing}`;
    expect(itemsIn(text("各市要于11月20日前将情况报送省指挥部。")).at(-1)).toBe(
      "¶结尾 requirement 各市要于11月20日前将情况报送省指挥部",
    );
    expect(itemsIn(text("未纳入范围的县可参照执行。"))).toHaveLength(2);
  });
});

describe("the parts of an item", () => {
  test("numbered parts that each have a bracket are called by their numbers", () => {
    expect(
      itemsIn(
        "实施方案\n一、任务\n1.发展农业。（1）建立平台。（县农业农村局负责）（2）培育基地。（县林业局负责）\n2.健全机制。建立台账。",
      ).slice(0, 3),
    ).toEqual([
      "一/1 measure 发展农业",
      "一/1/（1） submeasure < 一/1 建立平台",
      "一/1/（2） submeasure < 一/1 培育基地",
    ]);
  });

  test("一是, 二是 and （1）, （2） in its text are parts; a bracket behind the last stands in its quote", () => {
    const text =
      "实施方案\n一、任务\n1.健全机制。一是完善指标；二是打通渠道。（县水利局负责）\n2.发展农业。重点：（1）建立平台；（2）培育基地。";
    expect(itemsIn(text)).toEqual([
      "一/1 measure 健全机制",
      "一/1/一是 submeasure < 一/1 完善指标",
      "一/1/二是 submeasure < 一/1 打通渠道",
      "一/2 measure 发展农业",
      "一/2/（1） submeasure < 一/2 建立平台",
      "一/2/（2） submeasure < 一/2 培育基地",
    ]);
    expect(quotesIn(text).slice(0, 3)).toEqual([
      "健全机制。",
      "完善指标；",
      "打通渠道。（县水利局负责）",
    ]);
  });

  test("stretches that each end in an owner bracket are parts; one bracket makes none", () => {
    expect(
      itemsIn(
        "意见\n一、任务\n（一）加强供给。统筹建设，提供服务。（责任单位：甲局）支持研发，给予补助。（责任单位：乙局）\n（二）完善机制。建立台账。（责任单位：甲局）",
      ),
    ).toEqual([
      "一/（一） measure 加强供给",
      "一/（一）/¶1 submeasure < 一/（一） 统筹建设，提供服务",
      "一/（一）/¶2 submeasure < 一/（一） 支持研发，给予补助",
      "一/（二） measure 完善机制",
    ]);
  });

  test("numbers that only list what or when belong to the item above", () => {
    const text = `意见
一、工作内容
（一）对存在下列问题的协会要进行整改。
1.未依照章程开展活动的；
2.财务混乱的。
（二）推动证照互认，包括：
（1）营业执照；
（2）驾驶证。`;
    expect(itemsIn(text)).toEqual([
      "一/（一） measure 对存在下列问题的协会要进行整改",
      "一/（二） measure 推动证照互认，包括",
    ]);
    expect(quotesIn(text)[0]).toContain("财务混乱的");
  });

  test("a heading of numbered items is none; with owners of its own it may be one, with a day it is", () => {
    expect(
      itemsIn(`方案
一、任务
（一）清理许可事项。（省政府办公厅牵头）
1.编制清单。
2.开展改革。
（二）开展评估。9月底前完成首轮评估。
1.制定指标。
2.组织抽查。
（三）整治时限为三个月，具体安排如下：
1.自查。各单位要自查。
2.检查。各局要抽查。`),
    ).toEqual([
      "一/（一） measure? 清理许可事项",
      "一/（一）/1 measure 编制清单",
      "一/（一）/2 measure 开展改革",
      "一/（二） measure 开展评估",
      "一/（二）/1 measure 制定指标",
      "一/（二）/2 measure 组织抽查",
      "一/（三）/1 measure 自查",
      "一/（三）/2 measure 检查",
    ]);
  });
});

describe("a letter", () => {
  const plan = "县人民政府\n2025年3月18日\n行动计划\n一、任务\n（一）建设水厂。新建水厂2座。";

  test("gives an item only where it gives its readers something to do", () => {
    const letter = (more: string) =>
      `关于印发行动计划的通知\n各乡镇人民政府：\n《行动计划》已经县政府同意，现印发给你们，请认真贯彻落实。${more}\n${plan}`;
    expect(itemsIn(letter(""))).toEqual(["一/（一） measure 建设水厂"]);
    expect(itemsIn(letter("各乡镇于4月15日前将名单报县水利局。"))[0]).toMatch(
      /^通知\/¶1 requirement/u,
    );
    expect(itemsIn(letter("\n请各乡镇会同有关部门抓紧制定落实方案，并报县水利局。"))[0]).toMatch(
      /^通知\/¶2 requirement/u,
    );
  });

  test("its numbers are about carrying out what it hands over; without that they are measures", () => {
    const annex =
      "附件\n分工表\n序号\t工作任务\t牵头单位\t完成时限\n1\t新建水厂2座\t县水利局\t年底前";
    const text = (hands: string) =>
      `关于重点任务的通知\n各乡镇人民政府：\n${hands}\n一、细化方案。各单位要制定方案。\n二、加强协同。各单位要主动对接。\n县人民政府\n2025年3月18日\n${annex}`;
    expect(itemsIn(text("现将任务分工印发给你们，并通知如下："))).toEqual([
      "一 requirement 细化方案",
      "二 requirement 加强协同",
      "附件/表/1 measure 新建水厂2座",
    ]);
    expect(itemsIn(text("现就有关事项通知如下："))[0]).toBe("一 measure 细化方案");
  });

  test("what leads a document in is none, also where an annex follows", () => {
    expect(
      itemsIn(
        "关于加强巡护的意见\n各乡镇：\n近年来火险多发，各乡镇要高度重视。现提出以下意见：\n一、加强巡护。各乡镇要划定禁火区。\n二、加强值守。各乡镇要落实值班。\n县政府\n2025年3月1日\n附件\n进度报表\n1.说明",
      ),
    ).toEqual(["一 measure 加强巡护", "二 measure 加强值守"]);
  });

  test("一是…二是… in one paragraph below a heading are parts; a section on what went well is none", () => {
    expect(
      itemsIn(
        "讲话\n一、肯定成绩、正视问题，增强责任感\n（一）成绩来之不易。今年治理有力，必须倍加珍惜。\n二、聚焦重点，防范风险\n一是紧盯重点领域。要逐一销号。二是紧盯重点环节。要严格审批。",
      ),
    ).toEqual([
      "二 measure 聚焦重点，防范风险",
      "二/一是 submeasure < 二 紧盯重点领域",
      "二/二是 submeasure < 二 紧盯重点环节",
    ]);
  });

  test("a box counts for itself; the count outside goes on behind it", () => {
    expect(
      itemsIn(
        "计划\n一、任务\n1.建设水厂。新建水厂。\n专栏1 重点工程\n1.青石坎水库。总库容三百万方。\n2.实施河道整治。完成清淤。\n2.健全机制。建立台账。",
      ),
    ).toEqual(["一/1 measure 建设水厂", "专栏1/2 measure 实施河道整治", "一/2 measure 健全机制"]);
  });
});
