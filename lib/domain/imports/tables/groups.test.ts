import { expect, test } from "vitest";
import { quotesIn } from "@/lib/domain/imports/items/items.fixture";

test("a column left of the tasks that several rows share names groups of them", () => {
  const heads = "序号\t具体举措\t工作任务\t牵头单位\t完成时限";
  const text = `分解表\n${heads}\n1\t推广节水。\t改造管网。\t县水利局\t6月底前\n2\t\t新装水表。\t县住建局\t年底前\n3\t治理内涝。\t疏浚河道。\t县水利局\t年底前`;
  expect(quotesIn(text)).toEqual(["改造管网。", "新装水表。", "疏浚河道。"]);
});

test("beside titles that rows share a numbered one of a single row names a group, too", () => {
  const text =
    "分解表\n序号\t重点任务\t具体措施\t牵头单位\n1\t一、推广节水\t改造管网。\t县水利局\n2\t\t新装水表。\t县住建局\n3\t二、治理内涝\t疏浚河道。\t县水利局";
  expect(quotesIn(text)).toEqual(["改造管网。", "新装水表。", "疏浚河道。"]);
});

test("of two columns of contents the left one names groups, where several rows share it", () => {
  const text =
    "分解表\n序号\t重点工作\t具体任务\t责任单位\n1\t推广节水\t改造管网。\t县水利局\n2\t\t新装水表。\t县住建局\n3\t治理内涝\t疏浚河道。\t县水利局";
  expect(quotesIn(text)).toEqual(["改造管网。", "新装水表。", "治理内涝疏浚河道。"]);
});
