import { expect, test } from "vitest";
import { directiveVerb } from "./directive-verb";
import { question } from "./question";

test.each([
  "建立河长巡查制度",
  "各地结合实际，加快建成换热站",
  "大力发展林下经济",
  "为每个行政村配备清运车",
  "县财政局落实资金",
  "每月开展一次巡查",
  "每周五组织干部下沉社区",
  "办好云河贸洽会，10月举办",
  "【县商务局】承办展会",
  "坚决制止下列行为",
  "水政监察大队联合县公安局巡特警大队打击非法采砂",
])("speaks: %s", (words) => {
  expect(directiveVerb.speaks(question(words))).toBe(true);
});

test.each([
  "全县河流总长320公里",
  "去年雨水偏多",
  "水质较好的河段",
  "县水利局办公楼",
  "为加快建设，推进治水，决定补贴三万元",
])("has nothing to say: %s", (words) => {
  expect(directiveVerb.speaks(question(words))).toBe(false);
});
