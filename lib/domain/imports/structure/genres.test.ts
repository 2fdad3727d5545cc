import { describe, expect, test } from "vitest";
import { itemsIn } from "@/lib/domain/imports/items/items.fixture";

const orders = "一、各乡镇要抓紧清理河道。\n二、县水利局要建立台账。";

describe("give nobody a task:", () => {
  test.each([
    [
      "an approval",
      `关于云岭镇规划的批复\n云岭镇人民政府：\n你镇请示收悉。现批复如下：\n${orders}`,
    ],
    [
      "an appointment",
      "关于王强等同志职务任免的通知\n各单位：\n任命王强为县水利局局长，要尽快到任。",
    ],
    [
      "persons of a group",
      "关于成立防汛领导小组的通知\n各单位：\n组长：王强\n办公室设在县水利局，要做好协调。",
    ],
    [
      "a commendation",
      "关于表彰治水先进集体的决定\n各单位：\n决定授予云岭镇“先进集体”称号。全县要向先进学习。",
    ],
    ["holidays", `关于2025年端午节放假安排的通知\n各单位：\n5月31日放假。\n${orders}`],
    [
      "a convocation",
      "关于召开防汛会议的通知\n各单位：\n一、会议时间\n6月3日上午\n二、请各单位于6月1日前报送名单。",
    ],
    [
      "norms in articles",
      "河道采砂管理办法\n第一条 制定本办法。\n第二条 县水利局应当加强管理。\n第三条 采砂单位应当报送资料。",
    ],
    [
      "a notice to the public",
      "关于禁放烟花的通告\n现通告如下：\n一、城区严禁燃放。\n二、违反规定的，依法处罚。",
    ],
    ["a request to a superior", `关于追加防汛经费的请示\n县政府：\n${orders}`],
    ["an explanation", `《防汛方案》政策解读\n${orders}`],
    ["a report to a superior", `关于2024年治水情况的报告\n县政府：\n${orders}`],
    [
      "an answer to what was brought up",
      `关于乙省所提问题办理情况的函\n乙省人民政府：\n现将有关情况函复如下：\n${orders}`,
    ],
    ["an answer", `关于第86号建议的答复\n王强代表：\n您的建议收悉，现答复如下：\n${orders}`],
    [
      "how questions were dealt with",
      `关于云岭镇所提问题办理情况的函\n云岭镇人民政府：\n现将有关情况函复如下：\n${orders}`,
    ],
    ["a repeal", `关于废止部分文件的决定\n${orders}`],
    ["what was reviewed", `关于公布规范性文件清理结果的决定\n各单位：\n${orders}`],
    ["a group that is closed", "关于撤销部分议事协调机构的通知\n各单位：\n决定撤销治水指挥部。"],
    ["who leads what", "关于调整县政府领导工作分工的通知\n各单位：\n王强：负责水利工作。"],
    ["whom a title was given", "关于认定首批示范村的通知\n各单位：\n经评审，认定云岭村为示范村。"],
    ["a request to another", "关于商请支持治水的函\n县水利局：\n恳请贵局予以支持为盼。"],
  ])("%s", (_, text) => {
    expect(itemsIn(text)).toEqual([]);
  });
});

describe("give tasks, however like:", () => {
  test.each([
    ["a notice on holidays' safety", `关于做好节日期间安全工作的通知\n各单位：\n${orders}`, 2],
    ["a plan that was revised", `关于修订印发防汛方案的通知\n各单位：\n${orders}`, 2],
    [
      "measures in articles",
      "支持企业若干措施\n第一条 加大融资支持。设立资金池。\n第二条 降低成本。给予补贴。\n第三条 支持改造。给予补助。",
      3,
    ],
    ["a notice on commending", `关于做好先进集体推荐工作的通知\n各单位：\n${orders}`, 2],
    [
      "minutes in numbers",
      "常务会议纪要\n会议听取了汇报。\n会议议定：\n一、由县水利局牵头编制方案。\n二、县财政局负责落实资金。",
      2,
    ],
  ])("%s", (_, text, count) => {
    expect(itemsIn(text)).toHaveLength(count);
  });
});
