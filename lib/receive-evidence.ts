import { createHash } from "node:crypto";
import { attachEvidence } from "@/db/mutations/evidence";
import { attachRefusal } from "@/db/queries/evidence";
import {
  type EvidenceFile,
  evidenceExtension,
  evidenceLimits,
  evidenceTypes,
  fileRefusal,
  tooLarge,
  type UploadInput,
} from "@/lib/domain/evidence";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import type { Actor } from "@/lib/domain/roles";
import { contentRefusal } from "./file-check";
import { turns, turnsOfEach } from "./turns";

/** A file of 20 MB takes some 120 MB on its way into the database: so many at a time, and the others wait. */
const inTurn = turns(4);
/** However slowly they come: the files of one person wait for each other only. */
const inOwnTurn = turnsOfEach<string>(2);

/**
 * Takes one file in: refuses what can be refused before a byte of it is read, reads no more than the limit, checks the
 * content, and attaches it. `size` is what the request declares; null when it does not say.
 */
export async function receiveEvidence(
  actor: Actor,
  input: UploadInput,
  body: { size: number | null; stream: ReadableStream<Uint8Array> | null },
  now: Date,
): Promise<EvidenceFile> {
  const { name } = input;
  insist(fileRefusal({ name, size: body.size ?? 1 }));
  insist(await attachRefusal(actor, input.submissionId));
  return inOwnTurn(actor.id, async () => {
    const bytes = await readBody(body);
    return inTurn(() => attachBytes(actor, input, bytes, now));
  });
}

async function attachBytes(actor: Actor, input: UploadInput, bytes: Buffer, now: Date) {
  insist(await contentRefusal(input.name, bytes));
  const extension = evidenceExtension(input.name);
  if (!extension) throw new Refused(refuse("file_type_refused"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { sha256, size: bytes.length, mediaType: evidenceTypes[extension] };
  return attachEvidence(actor, { ...input, ...file }, bytes, now);
}

/** All bytes of a request. Refuses `file_too_large` at the first byte too many, `file_damaged` where it breaks off. */
async function readBody({ size, stream }: Parameters<typeof receiveEvidence>[2]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  const reader = stream?.getReader();
  for (;;) {
    const next = await reader?.read().catch(() => {
      throw new Refused(refuse("file_damaged"));
    });
    if (!next || next.done) break;
    read += next.value.length;
    if (read > evidenceLimits.fileBytes) {
      await reader?.cancel();
      throw new Refused(tooLarge());
    }
    chunks.push(next.value);
  }
  if (size !== null && read !== size) throw new Refused(refuse("file_damaged"));
  return Buffer.concat(chunks);
}
