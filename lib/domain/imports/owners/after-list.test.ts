import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const list = (second: string) =>
  ownersIn(
    ["修堤。", second, "植树。", "（责任单位：县水利局、各乡镇人民政府）"],
    [
      { words: "修堤。", path: "一/1/（1）" },
      { words: second, path: "一/1/（2）" },
      { words: "植树。\n\n（责任单位：县水利局、各乡镇人民政府）", path: "一/1/（3）" },
    ],
  );

test("a bracket in a paragraph of its own behind a list is of all its items", () => {
  const all = "L县水利局 I各乡镇人民政府";
  expect(list("修路。")).toEqual([`${all} (inherited)`, `${all} (inherited)`, all]);
});

test("where another item of the list has its own, each is of its item", () => {
  expect(list("修路。（县交通局负责）").slice(0, 2)).toEqual(["-", "L县交通局"]);
});

test("以上任务由… holds for the list that it closes", () => {
  const paragraphs = [
    "修堤。",
    "修路。",
    "修桥。（县交通局负责）",
    "以上任务由县水利局牵头落实。",
    "植树。",
  ];
  const given = [
    { words: "修堤。", path: "一/1" },
    { words: "修路。", path: "二/1" },
    { words: "修桥。（县交通局负责）", path: "二/2" },
    { words: "植树。", path: "三/1" },
  ];
  expect(ownersIn(paragraphs, given)).toEqual(["-", "L县水利局 (inherited)", "L县交通局", "-"]);
});
