import { expect, test } from "vitest";
import { deadlinesIn } from "./times.fixture";

const soft = (words: string) => deadlinesIn(words).map(({ isSoft }) => isSoft);

test.each([
  ["原则上于2025年6月底前完成", true],
  ["力争到2026年底建成", true],
  ["2025年6月底左右完成", true],
  ["2025年力争完成", true],
  ["2025年6月底前完成", false],
  ["力争有突破，2025年6月底前完成", false],
])("%s", (words, isSoft) => expect(soft(words)).toEqual([isSoft]));
