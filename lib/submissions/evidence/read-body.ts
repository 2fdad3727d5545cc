import { Refused, refuse } from "@/lib/domain/refusals";
import { evidenceLimits, tooLarge } from "@/lib/domain/submissions/evidence";

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
