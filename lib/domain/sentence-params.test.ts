import { expect, it } from "vitest";
import { readableParams } from "./sentence-params";

it("says kinds, levels and days in the reader's language, and leaves what people wrote alone", () => {
  const say = {
    kind: (kind: string) => `<${kind}>`,
    level: (level: string) => `(${level})`,
    day: (day: string) => `[${day}]`,
  };
  const params = {
    kind: "extension",
    level: "head",
    toDay: "2024-06-30",
    day: "",
    days: 3,
    reason: "today",
  };
  expect(readableParams(params, say)).toEqual({
    kind: "<extension>",
    level: "(head)",
    toDay: "[2024-06-30]",
    day: "",
    days: 3,
    reason: "today",
  });
});
