import { expect, test } from "vitest";
import { itemsIn } from "./items.fixture";

const speech = (...paragraphs: string[]) =>
  itemsIn(["在全县推进会上的讲话", "同志们：", ...paragraphs].join("\n"));

test("what a speech calls on everybody to do gives nothing", () => {
  expect(
    speech(
      "现在开会，动员各部门确保完成今年的各项任务。",
      "第一，要攻坚克难抓落实，决不允许回避矛盾。",
      "第二，要雷厉风行抓落实，加强督查。",
      "请大家抓好传达学习，认真落实会议精神。今天的会议到此结束，散会！",
    ),
  ).toEqual([]);
});

test("what it says somebody does by a day is a commitment", () => {
  expect(speech("由县水利局牵头制定方案，6月底前印发实施。")).toHaveLength(1);
});

test("the numbered sections of what it lays out stay, without what is said of the meeting", () => {
  expect(
    speech(
      "一、肯定成绩。今年以来，各项工作取得了明显成效。",
      "二、抓好防汛。各乡镇要逐村排查险段，加强值班值守。",
      "三、建好水厂。县水利局要加快建设进度。",
      "今天的会议就开到这里，请大家抓紧传达会议精神，把任务落到实处。",
    ),
  ).toEqual(["二 measure 抓好防汛", "三 measure 建好水厂"]);
});
