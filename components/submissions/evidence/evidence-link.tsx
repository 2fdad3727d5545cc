import { FileSize } from "@/components/ui/file-size";

type Props = { file: { id?: string; name: string; size: number } };

/** A file's name, leading to the file, and its size. A new tab: should the session have ended, nothing typed here is lost. */
export function EvidenceLink({ file: { id, name, size } }: Props) {
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
