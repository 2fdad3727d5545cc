import { expect, test } from "vitest";
import { commendation } from "./commendation";
import { question } from "./question";

test.each(["全县水利职工要向受表彰的先进集体学习。", "希望受表彰的单位珍惜荣誉，再接再厉。"])(
  "speaks: %s",
  (words) => {
    expect(commendation.speaks(question(words))).toBe(true);
  },
);

test.each(["向农户开展学习培训。", "建立学习制度"])("has nothing to say: %s", (words) => {
  expect(commendation.speaks(question(words))).toBe(false);
});
