"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { usePagePerson } from "@/components/forms/page-person";
import { newKey } from "@/components/forms/use-action";
import type { ActionResult } from "@/lib/domain/action-result";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import {
  cleanFileName,
  countRefusal,
  type EvidenceFile,
  fileRefusal,
  type RemoveEvidenceInput,
  tooLarge,
} from "@/lib/domain/submissions/evidence";

export type Upload = {
  key: string;
  file: File;
  phase: "waiting" | "sending" | "failed";
  /** How much has gone, 0 to 1. */
  sent: number;
  /** Why it failed; null then says that the draft it belongs to could not be saved. */
  refusal: Refusal | null;
};

type Place = {
  submissionId: string | null;
  /** Opens the draft if there is none yet, and tells its id; null when it could not be saved. */
  ensureDraft: () => Promise<string | null>;
  files: readonly EvidenceFile[];
};

/**
 * The files of a submission and those on their way to it, which go one after another. Each keeps its key however often
 * it is sent, so that one that arrived although nobody heard of it is not attached twice.
 */
export function useUpload({ submissionId, ensureDraft, files: known }: Place) {
  const router = useRouter();
  const [added, setAdded] = useState<EvidenceFile[]>([]);
  const [removedIds, setRemovedIds] = useState<string[]>([]);
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [last, setLast] = useState<{ name: string; isDone: boolean } | null>(null);
  const person = usePagePerson();
  const queue = useRef(Promise.resolve());
  const dropped = useRef(new Set<string>()).current;

  const isKnown = ({ id }: EvidenceFile) => known.some((file) => file.id === id);
  const files = [...known, ...added.filter((file) => !isKnown(file))].filter(
    ({ id }) => !removedIds.includes(id),
  );
  const underWay = uploads.filter(({ phase }) => phase !== "failed");

  function change(key: string, changes: Partial<Upload>) {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  }
  function forget(key: string) {
    setUploads((all) => all.filter((one) => one.key !== key));
  }

  async function send({ key, file }: Upload) {
    if (dropped.has(key)) return;
    change(key, { phase: "sending" });
    // One that cannot be saved now keeps nobody behind it from being sent.
    const draftId = submissionId ?? (await ensureDraft().catch(() => null));
    const result =
      draftId === null
        ? null
        : await sendFile(file, { key, submissionId: draftId, person }, (sent) =>
            change(key, { sent }),
          );
    setLast({ name: file.name, isDone: result?.ok === true });
    if (!result?.ok) return change(key, { phase: "failed", refusal: result?.refusal ?? null });
    const { answer } = result;
    setAdded((all) => [...all.filter(({ id }) => id !== answer.id), answer]);
    forget(key);
  }
  function enqueue(upload: Upload) {
    queue.current = queue.current.then(() => send(upload));
  }

  function add(chosen: readonly File[]) {
    let present = files.length + underWay.length;
    for (const file of chosen) {
      const refusal = fileRefusal(file) ?? countRefusal(present);
      const upload = { key: newKey(), file, phase: "waiting", sent: 0, refusal: null } as const;
      setUploads((all) => [...all, refusal ? { ...upload, phase: "failed", refusal } : upload]);
      if (refusal) continue;
      present++;
      enqueue(upload);
    }
  }

  function retry(upload: Upload) {
    const refusal = fileRefusal(upload.file) ?? countRefusal(files.length + underWay.length);
    if (refusal) return change(upload.key, { refusal });
    change(upload.key, { phase: "waiting", sent: 0, refusal: null });
    enqueue(upload);
  }

  function drop({ key, refusal }: Upload) {
    dropped.add(key);
    forget(key);
    // It may have arrived all the same: then the page shows it.
    if (refusal?.code === "unavailable") router.refresh();
  }

  const remove = (id: string) => setRemovedIds((all) => [...all, id]);
  return { files, uploads, last, isBusy: underWay.length > 0, add, retry, drop, remove };
}

type Attached = ActionResult<EvidenceFile>;
const unavailable = { ok: false, refusal: refuse("unavailable") } as const;

/** Sends one file and tells how much of it has gone (0 to 1). XMLHttpRequest, since `fetch` does not say. */
function sendFile(
  file: File,
  { key, submissionId, person }: { key: string; submissionId: string; person: string },
  onProgress: (part: number) => void,
): Promise<Attached> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/evidence");
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("idempotency-key", key);
    request.setRequestHeader("x-page-person", person);
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

export async function removeFile(
  { key, evidenceId }: RemoveEvidenceInput,
  pagePerson: string,
): Promise<ActionResult<{ id: string }>> {
  const response = await fetch(`/api/evidence/${evidenceId}`, {
    method: "DELETE",
    headers: { "idempotency-key": key, "x-page-person": pagePerson },
  });
  return response.json();
}
