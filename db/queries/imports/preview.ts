import { and, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { importCandidates } from "@/db/schema/import-candidates";
import { imports } from "@/db/schema/imports";
import { departments } from "@/db/schema/people";
import { draftTasksOf } from "@/lib/domain/imports/drafted";
import { draftProblems } from "@/lib/domain/imports/filing";
import { draftDocumentOf } from "@/lib/domain/imports/said-facts";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import { openQuestionCounts } from "./questions";
import { keptCandidate, leftOutOf, reviewedCandidates } from "./reviewed";

/**
 * What an import would become: its tasks as the draft would have them, how many groups and units, which questions are open, how
 * many proposals nobody has decided, which facts are missing, and what a draft would refuse. For overseers; null for everybody
 * else and where nothing is read.
 */
export async function importPreview(actor: Actor, id: string) {
  if (!can(actor, "plan.draft")) return null;
  const reader = database();
  const [found] = await reader
    .select({
      ...{ text: imports.text, facts: imports.facts, corrected: imports.corrected },
      ...{ version: imports.version, state: imports.state },
    })
    .from(imports)
    .where(eq(imports.id, id));
  if (!found || found.text === null) return null;
  const { text } = found;
  const candidates = await reviewedCandidates(reader, id);
  const tasks = draftTasksOf(candidates, text, await leftOutOf(reader, id));
  const unitIds = [
    ...new Set(
      tasks.flatMap(({ leadId, cooperatingIds }) => [leadId ?? [], cooperatingIds].flat()),
    ),
  ];
  const ofImport = eq(importCandidates.importId, id);
  const [units, groups, questions, left] = await Promise.all([
    unitIds.length === 0
      ? []
      : reader
          .select({ id: departments.id, name: departments.name, kind: departments.kind })
          .from(departments)
          .where(inArray(departments.id, unitIds))
          .orderBy(departments.sortOrder),
    reader
      .selectDistinct({ section: importCandidates.section })
      .from(importCandidates)
      .where(and(ofImport, keptCandidate)),
    openQuestionCounts(reader, id),
    reader.$count(importCandidates, and(ofImport, eq(importCandidates.state, "proposed"))),
  ]);
  const collectiveIds = units.filter(({ kind }) => kind === "collective").map((unit) => unit.id);
  const facts = found.corrected ?? found.facts;
  const document = draftDocumentOf(facts, text);
  return {
    ...{ tasks, units, questions, left, version: found.version, state: found.state },
    groups: groups.filter(({ section }) => section !== null).length,
    /** Tasks that no unit leads yet: the draft may have them, an assignment may not. */
    withoutLead: tasks.filter(({ leadId }) => leadId === null).length,
    missingFacts: document.error?.issues.map(({ path }) => String(path[0] ?? "")) ?? [],
    problems: draftProblems(tasks, text, collectiveIds),
    isTooMany: tasks.length > draftLimits.tasks,
  };
}
