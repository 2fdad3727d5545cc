import { expect, test } from "vitest";
import { namedDoer } from "./named-doer";
import { question } from "./question";

test.each([
  "由县水利局牵头编制名录",
  "由县交通运输局修改完善后按程序印发",
  "县水利局会同县财政局制定办法",
])("speaks: %s", (words) => {
  expect(namedDoer.speaks(question(words))).toBe(true);
});

test.each(["由于降雨偏多", "经费自理"])("has nothing to say: %s", (words) => {
  expect(namedDoer.speaks(question(words))).toBe(false);
});
