import { expect, test } from "vitest";
import { labelled } from "./documents.fixture";
import { blockRatio, commonRatio } from "./likeness.fixture";
import { compare, figures } from "./score.fixture";

test.each(labelled())("$name: its labels against themselves are all right", ({ gold, text }) => {
  const { counts, notes } = compare(gold, gold.measures, text);
  expect(notes).toEqual([]);
  expect(figures(counts)).toMatchObject({
    f1: 1,
    kind: 1,
    lead: 1,
    deadlines: 1,
    endDay: 1,
    editsPer20: 0,
  });
});

test("what is missed, added, taken from a decoy or invented counts", () => {
  const [first] = labelled();
  if (!first) throw new Error("no labelled documents");
  const { gold, text } = first;
  const [, ...rest] = gold.measures;
  const missed = figures(compare(gold, rest, text).counts);
  expect(missed.f1).toBeCloseTo((2 * rest.length) / (2 * rest.length + 1));
  const verbatim = gold.decoys[0]?.verbatim ?? "";
  const added = { kind: "measure", title: verbatim, quote: verbatim };
  expect(figures(compare(gold, [...gold.measures, added], text).counts)).toMatchObject({
    decoys: 1,
    invented: 0,
  });
  const invented = { kind: "measure", title: "世上没有的任务", quote: "世上没有的任务" };
  expect(figures(compare(gold, [...gold.measures, invented], text).counts)).toMatchObject({
    decoys: 0,
    invented: 2,
  });
});

test("likeness is that of score.py", () => {
  expect(commonRatio("甲乙丙丁", "甲丙丁")).toBeCloseTo(6 / 7);
  expect(blockRatio("2025年底前", "2025年6月底前")).toBeCloseTo(14 / 16);
});
