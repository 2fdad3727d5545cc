import { expect, test } from "vitest";
import { type Paragraph, splitIntoClauses } from "./clauses";
import { paragraphAt } from "./quotes";

const text = "标题\n\n一是治气。治水,\n\n\n治土。\n落款  ";

const textsOf = ({ segments }: Paragraph) => segments.map((segment) => segment.text);

test("a text without clauses is its paragraphs", () => {
  expect(splitIntoClauses(text, []).map(textsOf)).toEqual([
    ["标题"],
    ["一是治气。治水,"],
    ["治土。\n落款"],
  ]);
});

test("a paragraph is cut where a clause begins and ends", () => {
  expect(splitIntoClauses(text, [{ code: "A", start: 4, end: 9 }])[1]?.segments).toEqual([
    { start: 4, text: "一是治气。", code: "A", anchors: ["A"], ends: ["A"] },
    { start: 9, text: "治水,", code: null, anchors: [], ends: [] },
  ]);
});

test("a clause over a paragraph's end goes on in the next, with one anchor", () => {
  const [, second, third] = splitIntoClauses(text, [{ code: "B", start: 9, end: 17 }]);
  expect(second?.segments.at(-1)).toEqual({
    start: 9,
    text: "治水,",
    code: "B",
    anchors: ["B"],
    ends: [],
  });
  expect(third?.segments[0]).toEqual({
    start: 15,
    text: "治土",
    code: "B",
    anchors: [],
    ends: ["B"],
  });
});

test("words in two clauses belong to the shorter, and both can be linked to", () => {
  const clauses = [
    { code: "A", start: 4, end: 12 },
    { code: "A.1", start: 4, end: 9 },
    { code: "A.2", start: 9, end: 11 },
  ];
  expect(splitIntoClauses(text, clauses)[1]?.segments).toEqual([
    { start: 4, text: "一是治气。", code: "A.1", anchors: ["A", "A.1"], ends: ["A.1"] },
    { start: 9, text: "治水", code: "A.2", anchors: ["A.2"], ends: ["A.2"] },
    { start: 11, text: ",", code: "A", anchors: [], ends: ["A"] },
  ]);
});

test("paragraphs are numbered as a quote's place is", () => {
  for (const { number, segments } of splitIntoClauses(text, [])) {
    expect(paragraphAt(text, text.indexOf(segments[0]?.text ?? ""))).toBe(number);
  }
});
