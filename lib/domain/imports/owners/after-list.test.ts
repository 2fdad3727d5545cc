import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

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
