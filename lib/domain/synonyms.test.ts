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
  ["供暖 取暖\n\n汽车", { fault: "synonym_alone", line: 3, word: "汽车" }],
  ["\n供暖 供暖", { fault: "synonym_alone", line: 2, word: "供暖" }],
  ["供暖 取暖\n煤炭 煤\n汽车", { fault: "synonym_length", line: 2, word: "煤" }],
  [`供暖 ${"暖".repeat(21)}`, { fault: "synonym_length", line: 1, word: "暖".repeat(21) }],
  [
    Array.from({ length: 11 }, (_, i) => `供暖${i}`).join(" "),
    { fault: "synonyms_many", line: 1, word: "供暖0" },
  ],
  [
    Array.from({ length: 201 }, (_, i) => `供暖${i} 取暖${i}`).join("\n"),
    { fault: "synonyms_many", line: 201, word: "供暖200" },
  ],
])("%j: %s", (typed, fault) => {
  expect(synonymFault(typed)).toEqual(fault);
});
