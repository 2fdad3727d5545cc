import { expect, test } from "vitest";
import { definition } from "./definition";
import { question } from "./question";

test.each(["河长是指负责一条河流的官员。", "本方案所称小微水体，包括沟渠和池塘。"])(
  "speaks: %s",
  (words) => {
    expect(definition.speaks(question(words))).toBe(true);
  },
);

test.each(["完善标准，明确巡河是什么。加快治理。", "包括池塘在内的水体要治理"])(
  "has nothing to say: %s",
  (words) => {
    expect(definition.speaks(question(words))).toBe(false);
  },
);
