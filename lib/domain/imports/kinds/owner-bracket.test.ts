import { expect, test } from "vitest";
import { ownerBracket } from "./owner-bracket";
import { question } from "./question";

test.each([
  "修建步道。（县水利局负责）",
  "修建步道。（责任单位：县水利局）",
  "修建步道。〔牵头单位：县水利局〕",
  "政策实施期限延长。（县水利局、县财政局）",
])("speaks: %s", (words) => {
  expect(ownerBracket.speaks(question(words))).toBe(true);
});

test.each(["步道（含桥梁）全长三公里", "县水利局（县河长办）介绍了情况"])(
  "has nothing to say: %s",
  (words) => {
    expect(ownerBracket.speaks(question(words))).toBe(false);
  },
);
