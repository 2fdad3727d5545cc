import { expect, test } from "vitest";
import { draftContentSchema } from "./inputs";

const content = {
  progress: "",
  problems: "",
  nextSteps: "",
  percent: null,
  periodStart: "2024-04-01",
  periodEnd: "2024-06-30",
};

test("a NUL and half an emoji are dropped, a whole one and the rest of the text stay", () => {
  const progress = `已完成\0\ud83d三项😀`;
  expect(draftContentSchema.parse({ ...content, progress }).progress).toBe("已完成三项😀");
});
