import { expect, test } from "vitest";
import { itemsIn } from "./items.fixture";

test("what a report numbers is an item each; clauses may be parts", () => {
  expect(
    itemsIn(
      "本报讯 县政府印发了实施方案。\n一是推进结构调整。淘汰落后产能,培育环保产业。\n二是完善支持政策。完善法规标准、经济政策等配套政策。",
    ),
  ).toEqual([
    "¶2/一是 measure 推进结构调整",
    "¶2/一是/1 submeasure? < ¶2/一是 淘汰落后产能",
    "¶2/一是/2 submeasure? < ¶2/一是 培育环保产业",
    "¶3/二是 measure 完善支持政策",
    "¶3/二是/1 submeasure? < ¶3/二是 法规标准",
    "¶3/二是/2 submeasure? < ¶3/二是 经济政策",
  ]);
});

test("what a meeting demanded is read for each of those who are to do it; what it heard is not", () => {
  const found = itemsIn(
    "本报讯（记者 王平）6月3日，县防汛会议召开。\n会议听取了县水利局的汇报。\n会议强调，县水利局要抓紧排查水库隐患，县应急局要备足物资和装备。\n会议要求，一要完善预案；二要强化值守。",
  );
  expect(found).toEqual([
    "¶3/1 measure 县水利局要抓紧排查水库隐患",
    "¶3/2 measure 县应急局要备足物资和装备",
    "¶4/一要 measure 完善预案",
    "¶4/二要 measure 强化值守",
  ]);
});

test("so it is where the report names neither press nor what the meeting demanded", () => {
  expect(
    itemsIn(
      "县政府召开周例会\n3月4日，县政府召开周例会，听取汇报。县领导王强、李敏出席会议。\n县长王强强调了意见。一是水利方面，要推进清淤；二是认真抓好夏收；三是要加快建设进度。",
    ),
  ).toEqual([
    "¶3/一是 measure 水利方面，要推进清淤",
    "¶3/二是 measure 认真抓好夏收",
    "¶3/三是 measure 要加快建设进度",
  ]);
});

test("so it is with what inspectors demanded where they went", () => {
  expect(
    itemsIn(
      "省督查组到我市督查\n8月6日，省政府督查组深入乡镇开展督查，推进整改。\n督查组要求，云河市各相关部门要进一步落实责任。",
    ),
  ).toEqual(["¶3/1 measure 云河市各相关部门要进一步落实责任"]);
});

test("how it is to be carried out is required, whole", () => {
  expect(
    itemsIn(
      "本报讯 全县大会召开。\n会议强调，县推进工作领导小组要发挥牵头作用，各成员单位要强化联动，乡镇党委要扛牢主体责任，统筹推进落实。",
    ),
  ).toEqual([
    "¶2/1 requirement 县推进工作领导小组要发挥牵头作用",
    "¶2/2 requirement 各成员单位要强化联动",
    "¶2/3 requirement 乡镇党委要扛牢主体责任",
  ]);
});

test("behind what a meeting numbered, the demand on everybody is how it is carried out; on one unit it is a task", () => {
  const behind = (demand: string) =>
    itemsIn(`本报讯 县防汛会议召开。\n会议强调，一要完善预案；二要强化值守。\n会议要求，${demand}`);
  expect(behind("各乡镇要落实包保责任，做好值守。").slice(2)).toEqual([
    "¶3/1 requirement 各乡镇要落实包保责任",
  ]);
  expect(behind("县水利局要抓紧排查水库隐患。").slice(2)).toEqual([
    "¶3/1 measure 县水利局要抓紧排查水库隐患",
  ]);
});

test("what stands numbered among orders is one, by whatever verb", () => {
  expect(
    itemsIn(
      "本报讯 县防汛会议召开。\n会议强调，要做好三项工作：一是完善预案。二是充盈物资储备。三是强化值守。",
    ),
  ).toEqual([
    "¶2/一是 measure 完善预案",
    "¶2/二是 measure 充盈物资储备",
    "¶2/三是 measure 强化值守",
  ]);
});

test("an activity that an office decided on is one, and what is still to come of it", () => {
  expect(
    itemsIn(
      "本报讯 县文旅局、县妇联决定在全县开展“最美家庭”选树活动，弘扬新风。\n参评家庭须在本县居住两年以上。\n5月20日前，各乡镇完成推荐上报。\n由评选委员会通过初审、复审评出名单。",
    ),
  ).toEqual([
    "¶1 measure 县文旅局、县妇联决定在全县开展“最美家庭”选树活动",
    "¶3/1 submeasure < ¶1 5月20日前，各乡镇完成推荐上报",
    "¶4/1 submeasure < ¶1 由评选委员会通过初审、复审评出名单",
  ]);
});

test("results, forecasts and news of firms give none; a goal that is named is one", () => {
  expect(
    itemsIn(
      "本报讯 今年前两个月，全县工业增长2%。\n预计到2027年，市场规模将达到三亿元。\n某公司将围绕健康领域提供方案。\n县生态局介绍，方案的目标是，力争空气质量排名前移。",
    ),
  ).toEqual(["¶4/目标 goal 力争空气质量排名前移"]);
});
