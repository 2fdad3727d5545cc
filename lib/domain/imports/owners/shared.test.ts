import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const read = (first: string, second: string) =>
  ownersIn(
    ["加强服务。", first, second],
    [{ words: "加强服务。" }, { words: first, parent: 0 }, { words: second, parent: 0 }],
  );

test("a bracket behind the last part is of the whole item", () => {
  expect(read("一是修路。", "二是修桥。（县交通局负责）")).toEqual([
    "L县交通局",
    "L县交通局 (inherited)",
    "L县交通局 (inherited)",
  ]);
});

test("where another part has its own, each is of its part", () => {
  expect(read("一是修路。（县城建局负责）", "二是修桥。（县交通局负责）")).toEqual([
    "-",
    "L县城建局",
    "L县交通局",
  ]);
});
