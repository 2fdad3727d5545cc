import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { database } from "@/db/client";
import { attachEvidence } from "@/db/mutations/submissions/evidence";
import { attachRefusal, storedEvidence } from "@/db/queries/submissions/evidence";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import {
  type EvidenceFile,
  evidenceExtension,
  evidenceLimits,
  evidenceTypes,
  fileRefusal,
  foundInFile,
  quotaRefusal,
  tooLarge,
  type UploadInput,
} from "@/lib/domain/submissions/evidence";
import { limitEach } from "@/lib/limits";
import { diskRefusal, withRoom } from "@/lib/system/disk-watch";
import { contentRefusal } from "./file-check";
import { virusRefusal } from "./virus-scan";

/** A file of 20 MB takes some 120 MB on its way into the database: so many at a time, and the others wait. */
const limited = pLimit(4);
/** However slowly they come: the files of one person wait for each other only, and none longer than its deadline. */
const limitedPerPerson = limitEach<string>(2);

/**
 * Takes one file in: refuses what can be refused before a byte of it is read, reads no more than the limit, checks the
 * content, and attaches it. Its bytes have so many minutes to arrive (`evidenceLimits`); only then does it take a turn.
 */
export async function receiveEvidence(
  actor: Actor,
  input: UploadInput,
  body: Body,
  now: Date,
): Promise<EvidenceFile> {
  const { name } = input;
  const size = body.size ?? 1;
  insist(fileRefusal({ name, size }));
  insist(await attachRefusal(actor, input.submissionId));
  insist(quotaRefusal(await storedEvidence(database(), actor, input.submissionId, now), size));
  insist(await diskRefusal(size));
  const deadline = AbortSignal.timeout(evidenceLimits.receiveMinutes * 60_000);
  return limitedPerPerson(actor.id, async () => {
    const bytes = await readBody(body, deadline);
    return limited(() => attachBytes(actor, input, bytes, now));
  });
}

async function attachBytes(actor: Actor, input: UploadInput, bytes: Buffer, now: Date) {
  insist(await contentRefusal(input.name, bytes));
  insist(await virusRefusal(bytes));
  const extension = evidenceExtension(input.name);
  if (!extension) throw new Refused(foundInFile("kind"));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { sha256, size: bytes.length, mediaType: evidenceTypes[extension] };
  return withRoom(bytes.length, () => attachEvidence(actor, { ...input, ...file }, bytes, now));
}

/** A request's body with the size it declares; null when it does not say. */
export type Body = { size: number | null; stream: ReadableStream<Uint8Array> | null };

/**
 * All bytes of a request. Refuses `file_too_large` at the first byte too many, `file_damaged` where it breaks off, and
 * `file_too_slow` once the deadline is over.
 */
export async function readBody({ size, stream }: Body, deadline: AbortSignal): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let read = 0;
  const reader = stream?.getReader();
  // Not awaited: where nothing arrives any more, the end of the cancelling does not either.
  deadline.addEventListener("abort", () => void reader?.cancel().catch(() => {}), { once: true });
  while (!deadline.aborted) {
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
  if (deadline.aborted) throw new Refused(tooSlow);
  if (size !== null && read !== size) throw new Refused(refuse("file_damaged"));
  return Buffer.concat(chunks);
}

const tooSlow = refuse("file_too_slow", { params: { minutes: evidenceLimits.receiveMinutes } });
