import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { Place } from "@/lib/domain/documents/quotes";
import { type BareText, bareText, placeOf } from "@/lib/domain/imports/bare-text";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { CandidateDeadline, DocumentFacts, Item } from "@/lib/domain/imports/candidates";
import { ownPlaces } from "@/lib/domain/imports/items/own-places";
import { closingTimes } from "./closing-sentences";
import type { Scene, TimeFound } from "./forms/form";
import { dayOf } from "./points";
import { scan } from "./scan";
import { isSoft } from "./soft";
import { stagesOf } from "./stage-headings";
import { labelledTimes } from "./time-cells";
import { timeColumn } from "./time-column";
import {
  type GivenYear,
  yearInSentence,
  yearOfDeadlines,
  yearOfDocument,
  yearOfName,
  yearOfNumber,
  yearOfPage,
} from "./years";

/**
 * By when each item is to be done, in the order of the items: what its words, its time column, a sentence that closes its
 * paragraph or the heading of its stage say. Days of issue are counted with `calendar`.
 */
export function deadlinesOf(
  document: ReadDocument,
  items: readonly Item[],
  facts: DocumentFacts,
  calendar: WorkCalendar,
): CandidateDeadline[][] {
  const pageYear = facts.datedOn === null ? yearOfPage(document.text) : null;
  const found = deadlinesGiven(pageYear, document, items, facts, calendar);
  const only = facts.datedOn === null && pageYear === null ? yearOfDeadlines(found.flat()) : null;
  return only === null ? found : deadlinesGiven(only, document, items, facts, calendar);
}

function deadlinesGiven(
  pageYear: GivenYear | null,
  document: ReadDocument,
  items: readonly Item[],
  facts: DocumentFacts,
  calendar: WorkCalendar,
): CandidateDeadline[][] {
  const read = (place: Place, item: Item, isTimeCell = false) =>
    readTimes(document, place, { item, isTimeCell, facts, pageYear, calendar });
  const cells = timeColumn(document, items);
  const own = items.map((item, i) =>
    together(document.text, [
      ...(hasOwnColumn(item) ? [] : ownPlaces(items, item).map((place) => read(place, item))),
      ...(cells[i] ?? []).map((place) => read(place, item, true)),
    ]),
  );
  for (const { place, to } of closingTimes(document, items))
    for (const i of to) {
      const item = items[i];
      if (item) own[i] = together(document.text, [own[i] ?? [], read(place, item)]);
    }
  return items.map((item, i) => {
    const said = own[i] ?? [];
    if (said.length > 0 || items.some(({ parent }) => parent === i)) return said;
    return stagesOf(document, item).flatMap((place) => read(place, item, true));
  });
}

/** In a table that quotes the document, the time of a task is what its own column says now. */
function hasOwnColumn({ cells }: Item): boolean {
  return cells.quote !== undefined && cells.deadline !== undefined;
}

type About = {
  item: Item;
  isTimeCell: boolean;
  facts: DocumentFacts;
  pageYear: GivenYear | null;
  calendar: WorkCalendar;
};

function readTimes(
  document: ReadDocument,
  place: Place,
  { item, isTimeCell, facts, pageYear, calendar }: About,
): CandidateDeadline[] {
  const bare = bareText(document.text, place);
  const labelled = labelledTimes(bare.text);
  const wordsAt = (at: Place | null) => (at === null ? "" : bareText(document.text, at).text);
  const headingYear = item.headings
    .map((at) => yearOfName(wordsAt(at)))
    .findLast((y) => y !== null);
  const numberYear = yearOfNumber(wordsAt(facts.number));
  const titleYear = headingYear ?? yearOfName(wordsAt(facts.title));
  const scene: Scene = {
    text: bare.text,
    isTimeCell: (at) => isTimeCell || labelled.some(({ from, to }) => from <= at && at < to),
    isGoal: item.kind === "goal",
    yearAt: (at) =>
      yearInSentence(bare.text, at) ??
      yearOfDocument({ titleYear, datedOn: facts.datedOn }, monthAt(bare.text, at)) ??
      numberYear ??
      pageYear,
    datedOn: facts.datedOn,
    since: facts.datedOn ?? (pageYear && dayOf(pageYear.year, 1, 1)),
    calendar,
  };
  const words = ({ from, to }: TimeFound) => bare.text.slice(from, to);
  const found = scan(scene);
  const apart = new Map(found.toReversed().map((each) => [words(each), each]));
  return found
    .filter((each) => apart.get(words(each)) === each)
    .map((each) => withWords(each, bare));
}

function monthAt(text: string, at: number): number {
  const month = /^(1[0-2]|\d)月/.exec(text.slice(at))?.[1];
  return month === undefined ? 12 : Number(month);
}

function withWords({ from, to, ...said }: TimeFound, bare: BareText): CandidateDeadline {
  return { ...said, words: placeOf(bare, from, to), isSoft: isSoft(bare.text, from, to) };
}

/** What several places say of one item: the same time said again, in the body and in the table, is one. */
function together(
  text: string,
  sources: readonly (readonly CandidateDeadline[])[],
): CandidateDeadline[] {
  const all: CandidateDeadline[] = [];
  const said = new Set<string>();
  for (const source of sources) {
    all.push(...source.filter((each) => !said.has(meaningOf(each))));
    for (const each of source) said.add(meaningOf(each));
  }
  return all.filter((each) => !all.some((other) => saysMore(other, each, text)));
}

/** Whether one says the day of a cycle that the other only follows as an adverb: 每月10日前, 按月. */
function saysMore({ rrule }: CandidateDeadline, other: CandidateDeadline, text: string): boolean {
  const isAdverb = /[按逐]/.test(text.charAt(other.words.start));
  return isAdverb && (rrule ?? "").startsWith(`${other.rrule};`);
}

function meaningOf(deadline: CandidateDeadline): string {
  const { kind, start, end, rrule, anchor, amount, unit } = deadline;
  return [kind, start, end, rrule, anchor, amount, unit].join();
}
