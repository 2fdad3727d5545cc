import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { database, type Reader } from "@/db/client";
import { unitOptions } from "@/db/queries/people/unit-options";
import {
  candidateDeadlines,
  candidateOwners,
  importCandidates,
} from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { dayAsking } from "@/lib/domain/imports/deadlines/task-deadline";
import {
  type CandidateQuestion,
  candidateQuestions,
  type ImportQuestion,
  importQuestions,
  unsettledFinds,
} from "@/lib/domain/imports/imports";
import { unitResolver } from "@/lib/domain/imports/resolution";
import { documentDay } from "@/lib/domain/imports/said-facts";
import { pageAt } from "@/lib/domain/paging";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { keptCandidate } from "./reviewed";
import { namedUnits } from "./units";
import { ownerWords, wordsAt } from "./words";

const pageSize = 50;
/** How many of the proposals that name a unit are shown with it. */
const namingShown = 10;

const hasNoAnswer = (question: CandidateQuestion) =>
  sql`not (${question} = any(${importCandidates.answered}))`;
const leads = sql`(select count(*) from ${candidateOwners} where ${and(
  eq(candidateOwners.candidateId, importCandidates.id),
  eq(candidateOwners.role, "lead"),
)} and not (${candidateOwners.chosenAt} is not null and ${candidateOwners.chosenId} is null))`;
const isGoal = sql`coalesce(${importCandidates.edited} ->> 'kind', ${importCandidates.kind}::text) = 'goal'`;
const unanchored = sql`exists (select from ${candidateDeadlines} where ${and(
  eq(candidateDeadlines.candidateId, importCandidates.id),
  or(
    inArray(candidateDeadlines.kind, [...dayAsking]),
    and(eq(candidateDeadlines.kind, "target"), isGoal),
  ),
  isNull(candidateDeadlines.toDay),
)})`;

/** When each question about one proposal is open. */
const isOpen: Record<CandidateQuestion, SQL> = {
  leads_several: sql`${leads} > 1 and (${importCandidates.edited} -> 'leadId') is null`,
  open_ended: sql`${importCandidates.isOpenEnded}`,
  deadline_unanchored: sql`${unanchored} and (${importCandidates.edited} -> 'deadline') is null`,
};

const askedOf = (importId: string, question: CandidateQuestion) =>
  and(
    eq(importCandidates.importId, importId),
    keptCandidate,
    hasNoAnswer(question),
    isOpen[question],
  );

/** The words of owners for which no unit was found, or several, each once. */
const unsettledWords = (reader: Reader, importId: string) =>
  reader
    .select({
      words: ownerWords.as("words"),
      find: candidateOwners.find,
      count: sql`count(distinct ${importCandidates.id})`.mapWith(Number).as("naming"),
      candidateIds: sql<string[]>`(array_agg(distinct ${importCandidates.id}))`.as("ids"),
    })
    .from(candidateOwners)
    .innerJoin(importCandidates, eq(importCandidates.id, candidateOwners.candidateId))
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .where(
      and(
        eq(importCandidates.importId, importId),
        keptCandidate,
        isNull(candidateOwners.chosenAt),
        inArray(candidateOwners.find, [...unsettledFinds]),
      ),
    )
    .groupBy(ownerWords, candidateOwners.find);

/** How many questions of each kind are open; their lists have as many rows. */
export async function openQuestionCounts(
  reader: Reader,
  importId: string,
): Promise<Record<ImportQuestion, number> & { total: number }> {
  const unsettled = unsettledWords(reader, importId).as("unsettled");
  const found = await reader
    .select({ find: unsettled.find, count: sql`count(*)`.mapWith(Number) })
    .from(unsettled)
    .groupBy(unsettled.find);
  const units = (find: string) => found.find((row) => row.find === find)?.count ?? 0;
  const counts = {
    ...Object.fromEntries(importQuestions.map((question) => [question, 0])),
    ...{ unit_unknown: units("unknown"), unit_ambiguous: units("ambiguous") },
  } as Record<ImportQuestion, number>;
  for (const question of candidateQuestions)
    counts[question] = await reader.$count(importCandidates, askedOf(importId, question));
  const total = importQuestions.reduce((sum, question) => sum + counts[question], 0);
  return { ...counts, total };
}

/**
 * One page of the units that words of an import mean and nobody can tell yet: how often they are named and by which proposals,
 * and the units that it might be by what they are called today. For overseers; nobody else gets any.
 */
export async function unitQuestions(actor: Actor, importId: string, asked: unknown) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const counts = await openQuestionCounts(reader, importId);
  const total = counts.unit_unknown + counts.unit_ambiguous;
  const { page, pages, offset } = pageAt(total, asked, pageSize);
  const found = await unsettledWords(reader, importId)
    .orderBy(sql`naming desc`, sql`words`)
    .limit(pageSize)
    .offset(offset);
  const resolve = unitResolver(await namedUnits(reader), await documentDayOf(reader, importId));
  const choices = found.map((row) => resolve(row.words).choices);
  const options = await unitOptions(reader, [...new Set(choices.flat())]);
  const titles = await titlesOf(
    reader,
    found.flatMap(({ candidateIds }) => candidateIds.slice(0, namingShown)),
  );
  return {
    rows: found.map(({ candidateIds, ...row }, i) => ({
      ...row,
      choices: options.filter(({ id }) => choices[i]?.includes(id)),
      naming: candidateIds
        .slice(0, namingShown)
        .flatMap((id) => titles.find((each) => each.id === id) ?? []),
    })),
    ...{ total, page, pages },
  };
}

async function documentDayOf(reader: Reader, importId: string) {
  const { facts, corrected, startedAt } = imports;
  const [found] = await reader
    .select({ facts, corrected, startedAt })
    .from(imports)
    .where(eq(imports.id, importId));
  if (!found) throw new Error("An import that has questions is there");
  return documentDay(found.corrected ?? found.facts, found.startedAt);
}

async function titlesOf(reader: Reader, ids: string[]) {
  if (ids.length === 0) return [];
  return reader
    .select({ id: importCandidates.id, title: titleWords, path: importCandidates.path })
    .from(importCandidates)
    .innerJoin(imports, eq(imports.id, importCandidates.importId))
    .where(inArray(importCandidates.id, [...new Set(ids)]))
    .orderBy(importCandidates.position);
}
const titleWords = sql<string>`coalesce(${importCandidates.edited} ->> 'title',
  ${wordsAt(importCandidates.titleStart, importCandidates.titleEnd)})`;

/**
 * One page of the questions about single proposals, in the order of the document: several that lead, an open end (等部门), a time
 * without an anchor. For overseers; nobody else gets any.
 */
export async function candidateQuestionsOf(actor: Actor, importId: string, asked: unknown) {
  if (!can(actor, "plan.draft")) return { rows: [], total: 0, page: 1, pages: 1 };
  const reader = database();
  const counts = await openQuestionCounts(reader, importId);
  const total = candidateQuestions.reduce((sum, question) => sum + counts[question], 0);
  const { page, pages, offset } = pageAt(total, asked, pageSize);
  const of = (question: CandidateQuestion) =>
    reader
      .select({
        question: sql<CandidateQuestion>`${question}::text`.as("question"),
        position: importCandidates.position,
        id: importCandidates.id,
        version: importCandidates.version,
        title: titleWords.as("title"),
        quotes: importCandidates.quotes,
      })
      .from(importCandidates)
      .innerJoin(imports, eq(imports.id, importCandidates.importId))
      .where(askedOf(importId, question));
  const rows = await unionAll(of("leads_several"), of("open_ended"), of("deadline_unanchored"))
    .orderBy(sql`position`, sql`question`)
    .limit(pageSize)
    .offset(offset);
  return { rows, total, page, pages };
}
