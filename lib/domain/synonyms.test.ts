import { expect, test } from "vitest";
import { readSynonyms, synonymFault } from "./synonyms";

test("a group on each line, its words apart by spaces or commas, each once", () => {
  expect(readSynonyms("供暖 取暖  采暖\n\n汽车、机动车，汽车\r\n")).toEqual([
    ["供暖", "取暖", "采暖"],
    ["汽车", "机动车"],
  ]);
  expect(readSynonyms(" \n")).toEqual([]);
});

test.each([
  ["", null],
  ["供暖 取暖\n汽车 机动车", null],
  ["供暖 取暖\n汽车", "synonym_alone"],
  ["供暖 供暖", "synonym_alone"],
  ["煤 煤炭", "synonym_length"],
  [`供暖 ${"暖".repeat(21)}`, "synonym_length"],
  [Array.from({ length: 11 }, (_, i) => `供暖${i}`).join(" "), "synonyms_many"],
  [Array.from({ length: 201 }, (_, i) => `供暖${i} 取暖${i}`).join("\n"), "synonyms_many"],
])("%j: %s", (typed, fault) => {
  expect(synonymFault(typed)).toBe(fault);
});
