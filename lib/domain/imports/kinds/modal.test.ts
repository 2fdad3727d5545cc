import { expect, test } from "vitest";
import { modal } from "./modal";
import { question } from "./question";

test.each([
  "各乡镇要落实巡河责任",
  "严禁向河道倾倒垃圾",
  "排污单位应当安装监测设备",
  "未经批准不得取水",
  "请于办结后书面反馈",
  "新聘教师原则上从企业公开招聘",
])("speaks: %s", (words) => {
  expect(modal.speaks(question(words))).toBe(true);
});

test.each([
  "主要河流三条",
  "需要说明的是本表不含水库",
  "请示已收到",
  "重要支流两条",
  "并相应增列支出",
])("has nothing to say: %s", (words) => {
  expect(modal.speaks(question(words))).toBe(false);
});
