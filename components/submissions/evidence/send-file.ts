"use client";
import type { ActionResult } from "@/lib/domain/action-result";
import { refuse } from "@/lib/domain/refusals";
import {
  cleanFileName,
  type EvidenceFile,
  type RemoveEvidenceInput,
  tooLarge,
} from "@/lib/domain/submissions/evidence";

type Attached = ActionResult<EvidenceFile>;
const unavailable = { ok: false, refusal: refuse("unavailable") } as const;

/** Sends one file and tells how much of it has gone (0 to 1). XMLHttpRequest, since `fetch` does not say. */
export function sendFile(
  file: File,
  { key, submissionId }: { key: string; submissionId: string },
  onProgress: (part: number) => void,
): Promise<Attached> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/evidence");
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("idempotency-key", key);
    request.setRequestHeader("x-submission-id", submissionId);
    request.setRequestHeader("x-file-name", encodeURIComponent(cleanFileName(file.name)));
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(1, loaded / file.size));
    request.onload = () => resolve(request.response ?? withoutWords(request.status));
    request.onerror = () => resolve(unavailable);
    request.send(file);
  });
}

/** A proxy in front of us may refuse a large body by itself, and not in JSON. */
function withoutWords(status: number): Attached {
  return status === 413 ? { ok: false, refusal: tooLarge() } : unavailable;
}

export async function removeFile({
  key,
  evidenceId,
}: RemoveEvidenceInput): Promise<ActionResult<{ id: string }>> {
  const response = await fetch(`/api/evidence/${evidenceId}`, {
    method: "DELETE",
    headers: { "idempotency-key": key },
  });
  return response.json();
}
