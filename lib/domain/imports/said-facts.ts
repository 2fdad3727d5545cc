import { z } from "zod";
import { type Day, dayIn, daySchema } from "@/lib/domain/calendar/days";
import type { Place } from "@/lib/domain/documents/quotes";
import { draftDocumentSchema, draftLimits } from "@/lib/domain/registrations/drafts";
import { longText } from "@/lib/domain/texts";
import type { DocumentFacts } from "./candidates";

const line = longText(draftLimits.line).trim();

/** What an imported document is called, by whom and of when, as somebody has put it right; empty where nobody knows. */
export const saidFactsSchema = z.strictObject({
  title: line,
  kind: line,
  issuer: line,
  documentNumber: line,
  datedOn: daySchema.nullable(),
  publishedOn: daySchema.nullable(),
});
export type SaidFacts = z.infer<typeof saidFactsSchema>;
/** The same as they were read, with what the plan is called that it brings. */
export type ReadFacts = SaidFacts & { planTitle: string };

/** 文种: the genres (公文处理条例 §8 and the usual ones beside them), the longest first, as a title ends with them. */
const genre =
  /(实施方案|工作方案|行动方案|行动计划|实施意见|指导意见|若干意见|若干措施|实施细则|暂行办法|管理办法|任务分解表|责任清单|决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|规划|计划|措施|办法|规定|细则|条例|要点|清单|分工)(?:[（(][^）)]*[）)])?$/u;

/** What the document says of itself, in the words that it has; 文种 is how its title ends. The day of publication no document says. */
export function factsAsRead(text: string, facts: DocumentFacts): ReadFacts {
  const said = (place: Place | null) =>
    place ? oneLine(text.slice(place.start, place.end)).slice(0, draftLimits.line) : "";
  const title = said(facts.title);
  return {
    title,
    kind: genre.exec(title)?.[1] ?? "",
    issuer: said(facts.issuer),
    documentNumber: said(facts.number),
    datedOn: facts.datedOn,
    publishedOn: null,
    planTitle: said(facts.planTitle) || title,
  };
}

/** A title stands over several lines, which a reader keeps as paragraphs. */
function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/g, "").trim();
}

/** The day whose names a document uses: its own, or else the day on which it was brought in. */
export function documentDay(facts: { datedOn: Day | null } | null, startedAt: Date): Day {
  return facts?.datedOn ?? dayIn(startedAt);
}

/** The document of a draft, by what is said of it and its text: or what of that a draft lacks. */
export function draftDocumentOf(said: SaidFacts | null, text: string) {
  const { title, kind, issuer, documentNumber, datedOn, publishedOn } = said ?? nothingSaid;
  const facts = { title, kind, issuer, documentNumber, datedOn, publishedOn };
  return draftDocumentSchema.safeParse({ basis: "document", ...facts, text });
}

const nothingSaid: SaidFacts = {
  ...{ title: "", kind: "", issuer: "", documentNumber: "", datedOn: null, publishedOn: null },
};

/** The facts that somebody's correction has changed, by name. */
export function changedFacts(before: SaidFacts, after: SaidFacts): (keyof SaidFacts)[] {
  return (Object.keys(after) as (keyof SaidFacts)[]).filter((key) => before[key] !== after[key]);
}

/** What an import is called: by what somebody said, by what was read, or by its file. */
export function importTitle(found: {
  name: string;
  facts: SaidFacts | null;
  corrected: SaidFacts | null;
}): string {
  return found.corrected?.title || found.facts?.title || found.name;
}
