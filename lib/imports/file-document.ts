import { createHash, randomUUID } from "node:crypto";
import { fileImport } from "@/db/mutations/imports/file-import";
import { correctFacts } from "@/db/mutations/imports/imports";
import { readImport } from "@/db/mutations/imports/read-import";
import { startImport } from "@/db/mutations/imports/start";
import { importDetail } from "@/db/queries/imports/imports";
import { accountByUsername } from "@/db/queries/people/people";
import { planState } from "@/db/queries/registrations/plan-states";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import type { ReadFacts } from "@/lib/domain/imports/said-facts";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { type DraftPlan, prefixSchema } from "@/lib/domain/registrations/drafts";
import { readFile } from "./read-file";

/**
 * Who files a document at the machine: the account of this name, in nobody else's right. Null for one that could not sign in
 * and work: not there, disabled, with the password that it was given, or of the demo where there is none.
 */
export async function actorNamed(username: string, isDemoOn: boolean): Promise<Actor | null> {
  const account = await accountByUsername(username);
  if (!account || account.mustChangePassword || (account.isDemo && !isDemoOn)) return null;
  const { passwordHash: _, mustChangePassword: __, username: ___, ...person } = account;
  return { ...person, standsInFor: [], request: { id: randomUUID(), ip: null } };
}

/**
 * A file as a draft: of more tasks of the plan of this slug, or of a new one whose codes begin with its letters. Its open
 * questions stay open. Where the document says no day of publication it is the day that it is of, and the answer says so.
 * Throws `Refused` with what its reader, a fact that is missing, or the draft refuses; what was read stays to be mended.
 */
export async function fileDocument(
  actor: Actor,
  { name, bytes, slug }: { name: string; bytes: Uint8Array; slug: string },
  now: Date,
) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = { key: randomUUID(), name, sha256, text: null, editionOf: null };
  const { id } = await startImport(actor, input, now, bytes);
  const read = (file: Uint8Array, called: string) => readFile(called, file);
  await readImport(id, now, { read, propose: proposalsOf });
  const found = await readByNow(actor, id);
  const said = found.corrected ?? found.facts;
  const day = said?.publishedOn === null ? said.datedOn : null;
  if (said && day !== null) {
    const { planTitle: _, ...facts } = { planTitle: "", ...said, publishedOn: day };
    await correctFacts(actor, { key: randomUUID(), id, version: found.version, facts }, now);
  }
  const { version, counts } = await readByNow(actor, id);
  const isThere = (await planState(actor, slug)) !== null;
  const plan = isThere ? null : newPlan(slug, found.facts);
  const planSlug = isThere ? slug : null;
  const filing = { key: randomUUID(), id, version, left: counts.proposed, plan, planSlug };
  const filed = await fileImport(actor, filing, now);
  return {
    ...{ registrationId: filed.id, title: found.title, tasks: counts.proposed + counts.confirmed },
    ...{ publishedOn: day, isSupplement: isThere },
  };
}

async function readByNow(actor: Actor, id: string) {
  const found = await importDetail(actor, id);
  if (!found) throw new Refused(refuse("not_found"));
  if (found.refusal) throw new Refused(found.refusal);
  return found;
}

const shortTitle = 20;

function newPlan(slug: string, facts: ReadFacts | null): DraftPlan {
  const prefix = prefixSchema.safeParse(slug.replace(/[^a-z]/gi, ""));
  if (!prefix.success) throw new Refused(refuse("invalid_input", { field: "prefix" }));
  const title = facts?.planTitle ?? "";
  return { title, shortTitle: title.slice(0, shortTitle), summary: "", prefix: prefix.data };
}
