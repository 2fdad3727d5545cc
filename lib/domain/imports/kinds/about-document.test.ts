import { expect, test } from "vitest";
import { aboutDocument } from "./about-document";
import { question } from "./question";

test.each([
  "《安排》以全会精神为指导，力求适应经济体制的需要，使工作同改革相适应。",
  "《安排》分为两档。列入一档的法律18件。",
])("speaks: %s", (words) => {
  expect(aboutDocument.speaks(question(words))).toBe(true);
});

test.each(["《安排》确定的任务由县水利局组织实施。", "加快推进《条例》立法，分为两步实施。"])(
  "has nothing to say: %s",
  (words) => {
    expect(aboutDocument.speaks(question(words))).toBe(false);
  },
);
