import { useTranslations } from "next-intl";
import type { EvidenceRecord } from "@/lib/domain/submissions/evidence";
import { EvidenceLink } from "./evidence-link";

type Props = { files: readonly (EvidenceRecord & { id?: string })[] };

/** The evidence that something was sent with, to read: each with the start of the digest that the decision binds to. */
export function EvidenceList({ files }: Props) {
  const t = useTranslations("work.evidence");
  if (files.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border border-line bg-paper">
      {files.map((file) => (
        <li key={`${file.sha256} ${file.name}`} className="flex flex-wrap gap-x-4 px-3 py-2">
          <EvidenceLink file={file} />
          <small className="text-muted" title={file.sha256}>
            {t("digest", { digest: file.sha256.slice(0, 12) })}
          </small>
        </li>
      ))}
    </ul>
  );
}
