import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const letter = (greeting: string, words: string) =>
  ownersIn(["工作交办单", greeting, words], [{ words }])[0];

test("whom a letter to one unit calls “you” is that unit", () => {
  expect(letter("县民政局：", "请你局牵头，会同县财政局提出方案。")).toBe("L县民政局 C县财政局");
  expect(letter("县民政局：", "你局要配合做好选址。")).toBe("C县民政局");
});

test("a letter to several says nothing of which", () => {
  expect(letter("县民政局、县财政局：", "请你局提出方案。")).toBe("-");
  expect(letter("各乡镇人民政府：", "请你单位提出方案。")).toBe("-");
});
