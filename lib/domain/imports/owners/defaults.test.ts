import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const given = [
  { words: "修路。（县交通局负责）" },
  { words: "植树。" },
  { words: "建成步道10条。", kind: "goal" as const },
];
const all = (rule: string) =>
  ownersIn(["修路。（县交通局负责）", "植树。", "建成步道10条。", rule], given);

test.each(["未注明责任单位的，由县发展改革局负责。", "本方案各项任务由县发展改革局牵头落实。"])(
  "%s holds for whatever names nobody, but a goal",
  (rule) => {
    expect(all(rule)).toEqual(["L县交通局", "L县发展改革局 (default)", "-"]);
  },
);

test("what only explains the document gives no owner", () => {
  expect(all("本方案由县发展改革局负责解释。")[1]).toBe("-");
});
