import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["强化省水利厅牵头抓总作用，健全评估机制。", "L省水利厅"],
  ["充分发挥县教育局的统筹协调作用。", "L县教育局"],
  ["发挥县水利工作领导小组统筹作用，县水利局要健全机制。", "L县水利局"],
  ["充分发挥县水利工作领导小组的统筹作用。", "L县水利工作领导小组"],
])("%s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test("another part than leading makes no owner", () => {
  expect(ownersOfText("发挥县文化馆的阵地作用，充分发挥市场的主导作用。")).toBe("-");
});
