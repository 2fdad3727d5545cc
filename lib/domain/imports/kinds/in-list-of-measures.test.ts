import { expect, test } from "vitest";
import { inListOfMeasures } from "./in-list-of-measures";
import { question } from "./question";

test("it speaks for what is numbered among measures or requirements, and only for that", () => {
  expect(inListOfMeasures.speaks(question("水质达标", "measure"))).toBe(true);
  expect(inListOfMeasures.speaks(question("水质达标", "requirement"))).toBe(true);
  expect(inListOfMeasures.speaks(question("水质达标"))).toBe(false);
  expect(inListOfMeasures.speaks(question("水质达标", "general"))).toBe(false);
});
