"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FileSize } from "@/components/ui/file-size";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";
import type { Upload } from "./use-upload";

/** The same bytes would be refused again. */
const isHopeless = (refusal: Refusal | null) =>
  refusal?.code === "file_too_large" || refusal?.code === "file_type_refused";

type Props = { upload: Upload; onRetry: () => void; onDrop: () => void };

/** A file on its way: how far it is, or why it failed, and what to do about it. */
export function EvidenceUpload({ upload, onRetry, onDrop }: Props) {
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
