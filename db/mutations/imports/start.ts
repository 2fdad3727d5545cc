import { createHash } from "node:crypto";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { queueReading } from "@/db/mutations/job-queue";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { imports } from "@/db/schema/imports";
import { importLimits } from "@/lib/domain/imports/imports";
import type { StartImportInput } from "@/lib/domain/imports/inputs";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { tooLarge } from "@/lib/domain/submissions/evidence";

/**
 * 导入: takes in a file, or pasted text, and has it read in the background. The same bytes of the same office change nothing
 * and lead to the import that there is. Refuses neither of the two, what is empty or larger than 20 MB, more than 40 a day, and a second edition
 * of what has not become a draft.
 */
export function startImport(
  actor: Actor,
  input: StartImportInput,
  now: Date,
  file: Uint8Array | null = null,
) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "plan.draft"));
    if (input.text?.trim() === "") throw new Refused(refuse("document_missing"));
    const bytes = input.text === null ? file : new TextEncoder().encode(input.text);
    if (!bytes || bytes.length === 0) throw new Refused(refuse("document_empty"));
    if (bytes.length > importLimits.bytes) throw new Refused(tooLarge());
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (input.sha256 !== null && input.sha256 !== sha256)
      throw new Refused(refuse("invalid_input"));
    const known = await sameFile(tx, actor, sha256);
    if (known) return { id: known, isNew: false };
    await refuseEditionOfNothing(tx, input.editionOf);
    const since = new Date(now.getTime() - 86_400_000);
    const begun = await tx.$count(
      imports,
      and(eq(imports.startedById, actor.id), gt(imports.startedAt, since)),
    );
    if (begun >= importLimits.perDay)
      throw new Refused(refuse("imports_too_many", { params: { max: importLimits.perDay } }));
    const [started] = await tx
      .insert(imports)
      .values({
        ...{ name: input.text === null ? input.name : "", sha256, size: bytes.length, bytes },
        ...{ editionOfId: input.editionOf, departmentId: actor.departmentId },
        ...{ startedById: actor.id, startedAt: now, changedAt: now, isDemo: actor.isDemo },
      })
      .onConflictDoNothing()
      .returning({ id: imports.id });
    // A colleague sent the same file in this moment.
    if (!started) return { id: (await sameFile(tx, actor, sha256)) ?? "", isNew: false };
    const title = input.name || (input.text ?? "").trim().slice(0, 40);
    const isEdition = input.editionOf !== null;
    await recordEvent(tx, actor, { type: "import.started", title, sha256, isEdition }, {}, now);
    await queueReading(tx, started.id);
    return { id: started.id, isNew: true };
  });
}

async function sameFile(tx: Transaction, actor: Actor, sha256: string) {
  const [found] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.departmentId, actor.departmentId),
        eq(imports.sha256, sha256),
        inArray(imports.state, ["reading", "read", "confirmed"]),
      ),
    );
  return found?.id;
}

async function refuseEditionOfNothing(tx: Transaction, editionOf: string | null) {
  if (editionOf === null) return;
  const [first] = await tx
    .select({ state: imports.state })
    .from(imports)
    .where(eq(imports.id, editionOf));
  if (!first) throw new Refused(refuse("not_found"));
  if (first.state !== "confirmed") throw new Refused(refuse("import_wrong_state"));
}
