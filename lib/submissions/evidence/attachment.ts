import contentDisposition from "content-disposition";
import { evidenceTypes } from "@/lib/domain/submissions/evidence";

/**
 * Headers under which a file is saved by the browser and never opened in the name of this site, whatever it holds. A
 * type that is not on our list goes out as mere bytes.
 */
export function attachmentHeaders({ name, mediaType, size }: Attachment): Record<string, string> {
  const known: readonly string[] = Object.values(evidenceTypes);
  const extension = name.slice(name.lastIndexOf("."));
  const plain = /^\.[a-z]{2,4}$/i.test(extension) ? `file${extension}` : "file";
  return {
    "content-type": known.includes(mediaType) ? mediaType : "application/octet-stream",
    "content-length": String(size),
    "content-disposition": contentDisposition(name, { fallback: plain }),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  };
}

type Attachment = { name: string; mediaType: string; size: number };
