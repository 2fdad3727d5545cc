import { expect, test } from "vitest";
import { forecast } from "./forecast";
import { question } from "./question";

test.each(["预计到2027年市场规模将达到千亿元。", "据统计，今年降雨偏多。"])(
  "speaks: %s",
  (words) => {
    expect(forecast.speaks(question(words))).toBe(true);
  },
);

test.each(["预计需求，完善储备。加强调度。", "建立预测模型"])("has nothing to say: %s", (words) => {
  expect(forecast.speaks(question(words))).toBe(false);
});
