"use client";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import type { EvidenceFile } from "@/lib/domain/submissions/evidence";
import { EvidenceLink } from "./evidence-link";
import { removeFile } from "./send-file";

type Props = { file: EvidenceFile; onRemoved: () => void };

/** A file that is attached: to fetch, and to take off again. */
export function EvidenceItem({ file, onRemoved }: Props) {
  const t = useTranslations("work.evidence");
  const { press, busy, refusal } = useAction(removeFile, onRemoved);
  const act = t("remove");
  return (
    <li className="space-y-2 px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <EvidenceLink file={file} />
        <Button
          tone="plain"
          disabled={busy}
          aria-label={t("named", { act, name: file.name })}
          onClick={() => press({ evidenceId: file.id })}
        >
          {act}
        </Button>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
    </li>
  );
}
