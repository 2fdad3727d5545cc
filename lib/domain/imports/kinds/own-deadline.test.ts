import { expect, test } from "vitest";
import { ownDeadline } from "./own-deadline";
import { question } from "./question";

test.each([
  "6月底前报送清单",
  "自印发之日起30日内制定细则",
  "于2026年12月31日前建成",
  "年底前全部拆除",
])("speaks: %s", (words) => {
  expect(ownDeadline.speaks(question(words))).toBe(true);
});

test.each(["2019年全县降雨偏多", "毕业五年内的学生", "近三年内未受处分"])(
  "has nothing to say: %s",
  (words) => {
    expect(ownDeadline.speaks(question(words))).toBe(false);
  },
);
