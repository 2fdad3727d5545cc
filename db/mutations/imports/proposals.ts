import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { readDocumentOf } from "@/db/queries/imports/document";
import { namedUnits } from "@/db/queries/imports/units";
import {
  candidateDeadlines,
  candidateOwners,
  candidateTargets,
  importCandidates,
} from "@/db/schema/import-candidates";
import type { Day } from "@/lib/domain/calendar/days";
import type { Candidate } from "@/lib/domain/imports/candidates";
import { compareEditions, editionBlocks, isKnown } from "@/lib/domain/imports/editions";
import { unitResolver } from "@/lib/domain/imports/resolution";

/** An import, and the day whose names of units its text has. */
type Of = { id: string; text: string; editionOfId: string | null; on: Day };

/** Keeps the proposals of an import in the place of those before, with the units found for their owners. */
export async function replaceProposals(
  tx: Transaction,
  of: Of,
  candidates: readonly Candidate[],
): Promise<void> {
  await tx.delete(importCandidates).where(eq(importCandidates.importId, of.id));
  const compared = await comparedWithFirst(tx, of);
  const resolve = unitResolver(await namedUnits(tx), of.on);
  const ids = candidates.map(() => randomUUID());
  const rows = candidates.map((candidate, position) => {
    const known = compared !== null && isKnown(candidate.quotes[0], compared);
    return {
      ...proposed(candidate),
      ...{ id: ids[position], importId: of.id, position, isKnown: known },
      state: known ? ("known" as const) : ("proposed" as const),
      parentId: candidate.parent === null ? null : (ids[candidate.parent] ?? null),
    };
  });
  await bulkInsert(tx, importCandidates, rows);
  const each = <Part, Row>(
    partsOf: (candidate: Candidate) => readonly Part[],
    row: (part: Part) => Row,
  ) =>
    candidates.flatMap((candidate, i) =>
      partsOf(candidate).map((part, position) => ({
        ...row(part),
        ...{ candidateId: ids[i] ?? "", position },
      })),
    );
  const owners = each(
    (candidate) => candidate.owners,
    ({ role, name, rule }) => {
      const { unitId: foundId, find } = resolve(of.text.slice(name.start, name.end));
      return { role, startsAt: name.start, endsAt: name.end, rule, foundId, find };
    },
  );
  await bulkInsert(tx, candidateOwners, owners);
  const deadlines = each(
    (candidate) => candidate.deadlines,
    ({ words, start, end, ...deadline }) => ({
      ...deadline,
      ...{ startsAt: words.start, endsAt: words.end, fromDay: start, toDay: end },
    }),
  );
  await bulkInsert(tx, candidateDeadlines, deadlines);
  const targets = each(
    (candidate) => candidate.targets,
    ({ words, name, ...target }) => ({
      ...target,
      ...{ startsAt: words.start, endsAt: words.end },
      ...{ nameStart: name?.start ?? null, nameEnd: name?.end ?? null },
    }),
  );
  await bulkInsert(tx, candidateTargets, targets);
}

function proposed(candidate: Candidate) {
  const { path, kind, title, quotes, headings, leadIns, verbatim, scope } = candidate;
  const { isOpenEnded, certainty, evidence, isOptional } = candidate;
  return {
    ...{ path, kind, titleStart: title.start, titleEnd: title.end, quotes, headings, leadIns },
    ...{ section: headings[0]?.start ?? null, ownerScope: scope, isOpenEnded },
    ...{ ownerStart: verbatim?.start ?? null, ownerEnd: verbatim?.end ?? null },
    ...{ certainty, evidence, isOptional },
  };
}

async function comparedWithFirst(tx: Transaction, { id, editionOfId }: Of) {
  if (editionOfId === null) return null;
  const [first, second] = [await readDocumentOf(tx, editionOfId), await readDocumentOf(tx, id)];
  if (!first || !second) return null;
  return compareEditions(
    editionBlocks(first.text, first.blocks),
    editionBlocks(second.text, second.blocks),
  );
}
