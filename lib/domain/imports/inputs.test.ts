import { expect, test } from "vitest";
import { startImportSchema } from "./inputs";

test("a pasted text that is longer than a draft comes to its reader whole, to be refused with how long it may be", () => {
  const text = "一、做好工作。\r\n".repeat(30_000);
  const given = { key: crypto.randomUUID(), name: "", sha256: null, text, editionOf: null };
  expect(startImportSchema.parse(given).text?.match(/。/gu)).toHaveLength(30_000);
});
