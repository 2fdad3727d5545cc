"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useUnsavedWarning } from "@/components/forms/use-unsaved-warning";
import { buttonStyle } from "@/components/ui/button";
import { acceptedExtensions, type EvidenceFile } from "@/lib/domain/submissions/evidence";
import { EvidenceItem } from "./evidence-item";
import { EvidenceUpload } from "./evidence-upload";
import { useUpload } from "./use-upload";

type Props = {
  submissionId: string | null;
  /** Opens the draft if there is none yet, and tells its id; null when it could not be saved. */
  ensureDraft: () => Promise<string | null>;
  files: readonly EvidenceFile[];
  limits: { fileBytes: number; files: number };
  /** Told when files start and stop being on their way: what is sent then would go without them. */
  onBusy?: (isBusy: boolean) => void;
};

/** Attaching evidence: what is taken is said first, and each file shows its own progress, failure and retry. */
export function EvidenceField({ limits, onBusy, ...place }: Props) {
  const t = useTranslations("work.evidence");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { files, uploads, last, isBusy, add, retry, drop, remove } = useUpload(place);
  useUnsavedWarning(isBusy);
  useEffect(() => onBusy?.(isBusy), [isBusy, onBusy]);
  const refocus = () => input.current?.focus();
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-semibold">{t("title")}</legend>
      <p id={id} className="text-sm text-muted">
        {t("hint", { megabytes: limits.fileBytes / 1024 / 1024, files: limits.files })}
      </p>
      <label
        className={`${buttonStyle("plain")} has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-brand`}
      >
        {t("choose")}
        <input
          ref={input}
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
