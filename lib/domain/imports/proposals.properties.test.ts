import fc from "fast-check";
import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import type { Place } from "@/lib/domain/documents/quotes";
import { randomRuns } from "@/lib/domain/random.fixture";
import { labelled, readLines } from "./labelled/documents.fixture";
import { proposalsOf } from "./proposals";

// Documents torn up: lines lost, doubled, cut and mixed with those of others. Whatever is proposed stands in the text.

const texts = labelled().map(({ text }) => text.split("\n"));
const line = fc
  .tuple(fc.constantFrom(...texts), fc.nat())
  .map(([lines, n]) => lines[n % lines.length] ?? "");
const edit = fc.record({
  how: fc.constantFrom("drop", "insert", "cut", "split" as const),
  at: fc.nat(),
  place: fc.nat({ max: 200 }),
  other: line,
});

test("every value is a stretch of the text; parents come first; no path is there twice", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 10 }), (lines, edits) => {
      const document = readLines(edits.reduce(torn, lines).join("\n"));
      const { candidates } = proposalsOf(document, calendar);
      const isThere = ({ start, end }: Place) =>
        0 <= start && start < end && end <= document.text.length;
      for (const [i, candidate] of candidates.entries()) {
        const { title, quotes, owners, verbatim, deadlines, targets, parent } = candidate;
        const places = [
          title,
          ...quotes,
          ...owners.map(({ name }) => name),
          ...(verbatim ? [verbatim] : []),
        ];
        const values = [...places, ...[...deadlines, ...targets].map(({ words }) => words)];
        expect(values.filter((place) => !isThere(place))).toEqual([]);
        if (parent !== null) expect(parent).toBeLessThan(i);
      }
      expect(new Set(candidates.map(({ path }) => path)).size).toBe(candidates.length);
    }),
    randomRuns(25),
  );
});

function torn(
  lines: string[],
  { how, at, place, other }: { how: string; at: number; place: number; other: string },
): string[] {
  const i = at % Math.max(1, lines.length);
  const own = lines[i] ?? "";
  if (how === "drop") return lines.toSpliced(i, 1);
  if (how === "insert") return lines.toSpliced(i, 0, other);
  if (how === "cut") return lines.toSpliced(i, 1, own.slice(0, place));
  return lines.toSpliced(i, 1, own.slice(0, place), own.slice(place));
}
