import { useFormatter, useTranslations } from "next-intl";
import type { EvidenceRecord } from "@/lib/domain/submissions/evidence";

type Props = { files: readonly (EvidenceRecord & { id?: string })[] };

/** The evidence that something was sent with, to read. */
export function EvidenceList({ files }: Props) {
  const t = useTranslations("work.evidence");
  if (files.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border border-line bg-paper">
      {files.map((file) => (
        <li key={`${file.sha256} ${file.name}`} className="px-3 py-2">
          <EvidenceLink file={file} />
        </li>
      ))}
    </ul>
  );
}

type EvidenceLinkProps = { file: { id?: string; name: string; size: number } };

/** A file's name, leading to the file, and its size. A new tab: should the session have ended, nothing typed here is lost. */
export function EvidenceLink({ file: { id, name, size } }: EvidenceLinkProps) {
  return (
    <span className="min-w-0">
      {id ? (
        <a href={`/api/evidence/${id}`} target="_blank" rel="noopener">
          {name}
        </a>
      ) : (
        name
      )}{" "}
      <FileSize bytes={size} />
    </span>
  );
}

const kilobyte = 1024;
const megabyte = kilobyte * 1024;

/** A file's size as people read it. */
export function FileSize({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const isLarge = bytes >= megabyte;
  const amount = Math.max(bytes / (isLarge ? megabyte : kilobyte), 0.1);
  return (
    <span className="whitespace-nowrap text-muted">
      {format.number(amount, { maximumFractionDigits: 1 })} {isLarge ? "MB" : "KB"}
    </span>
  );
}
