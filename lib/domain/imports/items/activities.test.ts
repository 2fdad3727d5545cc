import { expect, test } from "vitest";
import { itemsIn } from "./items.fixture";

test("an activity that is launched is one, and what is said to come of it", () => {
  expect(
    itemsIn(
      "本报讯（通讯员 李敏）县妇联、县农业农村局日前联合启动“巧手增收”系列活动。活动将于3月至6月在各乡镇开展，帮助妇女增收。4月12日“赶集日”当天，县妇联将在文化广场举办展销会。",
    ),
  ).toEqual([
    "¶1 measure 县妇联、县农业农村局日前联合启动“巧手增收”系列活动",
    "¶1/1 submeasure < ¶1 活动将于3月至6月在各乡镇开展，帮助妇女增收",
    "¶1/2 submeasure < ¶1 4月12日“赶集日”当天，县妇联将在文化广场举办展销会",
  ]);
});

test("none that was launched in a year gone by, nor what a firm hopes for", () => {
  expect(itemsIn("本报讯 2023年，县总工会启动了技能比武活动。某公司将于明年扩大生产。")).toEqual(
    [],
  );
});

test("the closing of a road is one, called by what is closed", () => {
  expect(
    itemsIn(
      "本报讯 全县经济平稳运行。\n因桥梁检修，县交警大队决定自2025年6月3日零时起至6月20日24时止，对南门桥实行交通管制。请过往车辆绕行。",
    ),
  ).toEqual(["¶2 measure 对南门桥实行交通管制"]);
});
