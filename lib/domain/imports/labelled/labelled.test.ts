import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { asJson } from "@/lib/domain/imports/as-json";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { labelled, readLines } from "./documents.fixture";
import { compare, figures, summed } from "./score.fixture";

const scored = labelled().map(({ name, text, gold }) => {
  const document = readLines(text);
  const proposals = proposalsOf(document, calendar);
  const predicted = asJson(proposals, document.text);
  return { name, gold, predicted, ...compare(gold, predicted, text) };
});

describe("the labelled documents", () => {
  test("are all there", () => {
    expect(scored).toHaveLength(16);
  });

  test.each(scored)("$name: its items are found, and nothing else", ({ counts, notes }) => {
    expect(figures(counts).f1, notes.join("\n")).toBeGreaterThanOrEqual(0.93);
  });

  test("together reach the bars", () => {
    const notes = scored.flatMap(({ name, notes: own }) => own.map((note) => `${name}: ${note}`));
    const all = figures(summed(scored.map(({ counts }) => counts)));
    const say = `${notes.join("\n")}\n${JSON.stringify(all)}`;
    expect(all.f1, say).toBeGreaterThanOrEqual(0.98);
    expect(all.kind, say).toBeGreaterThanOrEqual(0.98);
    expect(all.lead, say).toBeGreaterThanOrEqual(0.99);
    expect(all.cooperating, say).toBeGreaterThanOrEqual(0.98);
    expect(all.implementing, say).toBeGreaterThanOrEqual(0.95);
    expect(all.deadlines, say).toBeGreaterThanOrEqual(0.96);
    expect(all.endDay, say).toBeGreaterThanOrEqual(0.99);
    expect(all.editsPer20, say).toBeLessThanOrEqual(2);
    expect(all.sureRight, say).toBeGreaterThanOrEqual(0.995);
    expect([all.invented, all.decoys], say).toEqual([0, 0]);
  });

  test.each(scored.filter(({ gold }) => gold.measures.length === 0))(
    "$name gives nobody anything to do",
    ({ predicted }) => {
      expect(predicted).toEqual([]);
    },
  );
});
