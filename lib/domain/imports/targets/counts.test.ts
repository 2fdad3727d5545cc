import { expect, test } from "vitest";
import { targetsIn } from "./targets.fixture";

test.each([
  ["打造应用案例50个以上", "应用案例 at_least 50 个"],
  ["先行培育10个具有引领效应的社区", "具有引领效应的社区 equal 10 个"],
  ["新增学位3.2万个", "学位 equal 3.2 万个"],
  ["培育1000家以上专精特新企业", "专精特新企业 at_least 1000 家"],
  ["开展职业技能培训2万人次以上", "职业技能培训 at_least 2 万人次"],
  ["集聚创业者超过10000人", "创业者 at_least 10000 人"],
])("%s", (words, target) => expect(targetsIn(words)).toEqual([target]));

test.each([
  "完成10蒸吨/小时及以下燃煤锅炉淘汰",
  "推进城市试点和4个城市建设",
  "给予每户不超过50万元补贴",
  "举办第3届大会",
])("%s is none", (words) => expect(targetsIn(words)).toEqual([]));
