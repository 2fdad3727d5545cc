"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useAction } from "@/components/forms/use-action";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { Button, buttonStyle } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";
import { acceptedExtensions, type EvidenceFile } from "@/lib/domain/submissions/evidence";
import { EvidenceLink, FileSize } from "./evidence-list";
import { removeFile, type Upload, useUpload } from "./use-upload";
import { filesFieldId, type Uploads } from "./use-uploads-first";

type Props = {
  submissionId: string | null;
  /** Opens the draft if there is none yet, and tells its id; null when it could not be saved. */
  ensureDraft: () => Promise<string | null>;
  files: readonly EvidenceFile[];
  limits: { fileBytes: number; files: number };
  /** Told of the files on their way and of those that failed: what is sent then would go without them. */
  onUploads: (uploads: Uploads) => void;
  title?: string;
};

/** Attaching evidence: what is taken is said first, and each file shows its own progress, failure and retry. */
export function EvidenceField({ limits, onUploads, title, ...place }: Props) {
  const t = useTranslations("work.evidence");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { files, uploads, last, isBusy, add, retry, drop, remove } = useUpload(place);
  useUnsavedWarning(isBusy);
  useEffect(() => {
    const failed = uploads.filter(({ phase }) => phase === "failed");
    onUploads({
      isBusy,
      failed: failed.map(({ file, refusal }) => ({ name: file.name, refusal })),
    });
  }, [isBusy, uploads, onUploads]);
  const refocus = () => input.current?.focus();
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-semibold">{title ?? t("title")}</legend>
      <p id={id} className="text-sm text-muted">
        {t("hint", { megabytes: limits.fileBytes / 1024 / 1024, files: limits.files })}
      </p>
      <label
        className={`${buttonStyle("plain")} has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand`}
      >
        {t("choose")}
        <input
          ref={input}
          id={filesFieldId}
          type="file"
          multiple
          accept={acceptedExtensions}
          aria-describedby={id}
          className="sr-only"
          onChange={(event) => {
            // Files are no text of the form: choosing one saves nothing by itself.
            event.stopPropagation();
            add([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </label>
      <p className="text-sm">{t("count", { count: files.length, files: limits.files })}</p>
      {files.length + uploads.length > 0 && (
        <ul className="divide-y divide-line border border-line bg-paper">
          {files.map((file) => (
            <EvidenceItem
              key={file.id}
              file={file}
              onRemoved={() => {
                remove(file.id);
                refocus();
              }}
            />
          ))}
          {uploads.map((upload) => (
            <EvidenceUpload
              key={upload.key}
              upload={upload}
              onRetry={() => {
                retry(upload);
                refocus();
              }}
              onDrop={() => {
                drop(upload);
                refocus();
              }}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {last && t(last.isDone ? "attached" : "failed", { name: last.name })}
      </p>
    </fieldset>
  );
}

type EvidenceItemProps = { file: EvidenceFile; onRemoved: () => void };

/** A file that is attached: to fetch, and to take off again. */
function EvidenceItem({ file, onRemoved }: EvidenceItemProps) {
  const t = useTranslations("work.evidence");
  const { run, busy, refusal } = useAction(removeFile, onRemoved);
  const act = t("remove");
  return (
    <li className="space-y-2 px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <EvidenceLink file={file} />
        <Button
          tone="plain"
          disabled={busy}
          aria-label={t("named", { act, name: file.name })}
          onClick={() => run({ evidenceId: file.id })}
        >
          {act}
        </Button>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
    </li>
  );
}

/** The same bytes would be refused again. */
const isHopeless = (refusal: Refusal | null) =>
  refusal !== null &&
  ["file_too_large", "file_type_refused", "file_infected", "personal_data"].includes(refusal.code);

type EvidenceUploadProps = { upload: Upload; onRetry: () => void; onDrop: () => void };

/** A file on its way: how far it is, or why it failed, and what to do about it. */
function EvidenceUpload({ upload, onRetry, onDrop }: EvidenceUploadProps) {
  const t = useTranslations("work.evidence");
  const { file, phase, sent, refusal } = upload;
  const button = (act: string, onClick: () => void) => (
    <Button tone="plain" aria-label={t("named", { act, name: file.name })} onClick={onClick}>
      {act}
    </Button>
  );
  const percent = Math.floor(sent * 100);
  return (
    <li className="space-y-2 px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="min-w-0">
          {file.name} <FileSize bytes={file.size} />
        </span>
        <span className="flex flex-wrap items-center gap-2">
          {phase === "waiting" && t("waiting")}
          {phase === "sending" && (
            <>
              <progress value={sent} aria-label={file.name} className="w-28 accent-brand" />
              {sent < 1 ? t("sending", { percent }) : t("checking")}
            </>
          )}
          {phase === "failed" && !isHopeless(refusal) && button(t("retry"), onRetry)}
          {phase !== "sending" && button(t("remove"), onDrop)}
        </span>
      </div>
      {phase === "failed" &&
        (refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <Notice tone="alarm">{t("draftFirst")}</Notice>
        ))}
    </li>
  );
}
