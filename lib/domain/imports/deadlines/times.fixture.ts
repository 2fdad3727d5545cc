import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { bareText } from "@/lib/domain/imports/bare-text";
import { type ReadPart, readDocument } from "@/lib/domain/imports/blocks";
import type {
  CandidateDeadline,
  CandidateKind,
  DocumentFacts,
  Item,
} from "@/lib/domain/imports/candidates";
import { deadlinesOf } from "./deadlines-of";

type About = { datedOn?: string | null; kind?: CandidateKind; isCell?: boolean; heading?: string };

/** What is read of one item that says this, in a document of 20 February 2025 unless said. */
export function deadlinesIn(
  words: string,
  { datedOn = "2025-02-20", kind = "measure", isCell = false, heading }: About = {},
): (CandidateDeadline & { text: string })[] {
  const paragraphs = heading === undefined ? [words] : [heading, words];
  const parts: ReadPart[] = isCell
    ? [{ kind: "table", rows: [[words].map((text) => ({ text, column: 0 }))] }]
    : paragraphs.map((text) => ({ kind: "paragraph", text }));
  const document = readDocument(parts);
  const block = document.blocks.at(-1);
  if (!block) throw new Error("nothing was read");
  const { start, end } = block;
  const place = { start, end };
  const above = heading === undefined ? [] : document.blocks.slice(0, 1);
  const item: Item = {
    ...{
      path: "一",
      kind,
      parent: null,
      title: place,
      leadIns: [],
      evidence: [],
      isOptional: false,
    },
    quotes: isCell ? [{ start: end, end }] : [place],
    cells: block.kind === "cell" ? { deadline: [block] } : {},
    headings: above,
  };
  const facts: DocumentFacts = {
    ...{ title: null, planTitle: null, number: null, issuer: null, dated: null, datedOn },
  };
  const [found = []] = deadlinesOf(document, [item], facts, calendar);
  return found.map((each) => ({ ...each, text: bareText(document.text, each.words).text }));
}

/** The same as a line each: words, kind, days, and what else there is. */
export function timesIn(words: string, about: About = {}): string[] {
  return deadlinesIn(words, about).map(
    ({ text, kind, start, end, precision, anchor, rrule, amount, unit, isSoft }) =>
      [
        ...[text, kind, start === null ? end : `${start}..${end ?? ""}`, rrule, anchor],
        ...[amount === null ? null : `${amount} ${unit}`, isSoft ? "soft" : null, precision],
      ]
        .filter((each) => each !== null)
        .join(" | "),
  );
}
