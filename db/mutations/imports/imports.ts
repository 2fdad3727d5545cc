import { and, eq, isNotNull } from "drizzle-orm";
import { queueReading } from "@/db/mutations/job-queue";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { readDocumentOf } from "@/db/queries/imports/document";
import { importCandidates } from "@/db/schema/import-candidates";
import { importMappings } from "@/db/schema/imports";
import { tableHead } from "@/lib/domain/imports/columns";
import type {
  CorrectFactsInput,
  MoveImportInput,
  SetColumnsInput,
} from "@/lib/domain/imports/inputs";
import { changedFacts } from "@/lib/domain/imports/said-facts";
import type { Actor } from "@/lib/domain/people/roles";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { lockImport, updateImport } from "./locked";

/** Puts right what the document is called, by whom and of when; what was read stays beside it. Refuses facts as they were. */
export function correctFacts(actor: Actor, input: CorrectFactsInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, input);
    const before = found.corrected ?? found.facts;
    if (!before) throw new Error("An import that is read has its facts");
    const changed = changedFacts(before, input.facts);
    if (changed.length === 0) throw new Refused(refuse("settings_unchanged"));
    for (const field of ["title", "issuer"] as const)
      insist(publicTextRefusal(input.facts[field], field));
    const updated = await updateImport(tx, found.id, { corrected: input.facts }, now);
    const event = { type: "import.facts_corrected", title: found.title, changed } as const;
    await recordEvent(tx, actor, event, {}, now);
    return updated;
  });
}

/**
 * Says what the columns of a table are for, here and in later tables of this office with the same head; everything is proposed
 * anew. Refuses once somebody has decided on a proposal.
 */
export function setColumns(actor: Actor, input: SetColumnsInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, input);
    const ofImport = eq(importCandidates.importId, found.id);
    const decided = await tx.$count(
      importCandidates,
      and(ofImport, isNotNull(importCandidates.decidedAt)),
    );
    if (decided > 0) throw new Refused(refuse("import_begun"));
    const { table, roles } = input;
    const document = await readDocumentOf(tx, found.id);
    const head = document && tableHead(document, table);
    if (!head) throw new Refused(refuse("not_found"));
    const said = { roles, setById: actor.id, setAt: now };
    await tx
      .insert(importMappings)
      .values({ departmentId: actor.departmentId, head, ...said })
      .onConflictDoUpdate({
        target: [importMappings.departmentId, importMappings.head],
        set: said,
      });
    const columns = [...found.columns.filter((each) => each.table !== table), { table, roles }];
    const again = { state: "reading", stage: "proposing", attempts: 0, columns } as const;
    const updated = await updateImport(tx, found.id, again, now);
    const event = { type: "import.columns_set", title: found.title, table } as const;
    await recordEvent(tx, actor, event, {}, now);
    await queueReading(tx, found.id);
    return updated;
  });
}

/** Gives an import up, read or not. Its text goes after a while; the same file can be brought in again. */
export function abandonImport(actor: Actor, input: MoveImportInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const found = await lockImport(tx, actor, input, ["reading", "read"]);
    const updated = await updateImport(tx, found.id, { state: "abandoned", bytes: null }, now);
    await recordEvent(tx, actor, { type: "import.abandoned", title: found.title }, {}, now);
    return updated;
  });
}
