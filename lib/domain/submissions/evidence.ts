import { z } from "zod";
import { idSchema, keySchema } from "@/lib/domain/inputs";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/** A file as a revision names it: its digest stands for its bytes (SHA-256 in hex). */
export type EvidenceRecord = { name: string; mediaType: string; size: number; sha256: string };

/** A file of a submission that can be fetched. */
export type EvidenceFile = EvidenceRecord & { id: string };

const megabyte = 1024 * 1024;

/** PDF, Word, Excel and images, each up to 20 MB. Node cuts a request off at five minutes, without a word. */
export const evidenceLimits = {
  fileBytes: 20 * megabyte,
  files: 20,
  nameLength: 120,
  receiveMinutes: 4,
  /** Of one submission, of one task with all that was ever sent, and of one person in a day. */
  submissionBytes: 100 * megabyte,
  taskBytes: 2000 * megabyte,
  personDayBytes: 200 * megabyte,
  personDayFiles: 100,
} as const;

/** What is stored already: on the submission, on its task, and by this person within the last 24 hours, also if removed. */
export type StoredEvidence = {
  submissionBytes: number;
  taskBytes: number;
  personDayBytes: number;
  personDayFiles: number;
};

/**
 * Refuses a file that does not fit in what a submission (`files_too_large`), a task (`task_files_too_large`) or a person in
 * a day (`uploads_too_many`) may hold, so that nobody fills the disk alone.
 */
export function quotaRefusal(stored: StoredEvidence, size: number): Refusal | null {
  const isOver = (name: "submissionBytes" | "taskBytes" | "personDayBytes") =>
    stored[name] + size > evidenceLimits[name];
  const params = (bytes: number) => ({ params: { megabytes: bytes / megabyte } });
  if (isOver("submissionBytes"))
    return refuse("files_too_large", params(evidenceLimits.submissionBytes));
  if (isOver("taskBytes")) return refuse("task_files_too_large", params(evidenceLimits.taskBytes));
  if (isOver("personDayBytes") || stored.personDayFiles >= evidenceLimits.personDayFiles) {
    const { personDayFiles: files, personDayBytes } = evidenceLimits;
    return refuse("uploads_too_many", {
      params: { files, megabytes: personDayBytes / megabyte },
    });
  }
  return null;
}
export const evidenceTypes = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
} as const;
export type EvidenceExtension = keyof typeof evidenceTypes;

/** What the browser's file dialogue offers. */
export const acceptedExtensions = [...Object.keys(evidenceTypes), "jpeg"]
  .map((extension) => `.${extension}`)
  .join(",");

/** The kind of file that a name promises, or null when it is none that we take. */
export function evidenceExtension(name: string): EvidenceExtension | null {
  const extension = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (extension === "jpeg") return "jpg";
  return Object.hasOwn(evidenceTypes, extension) ? (extension as EvidenceExtension) : null;
}

/**
 * What can be known before a byte is sent: the name's kind (`file_type_refused`), what it says (the history keeps it for
 * good, so no personal number and no secrecy marking), an empty or too large file.
 */
export function fileRefusal({ name, size }: { name: string; size: number }): Refusal | null {
  if (!evidenceExtension(name)) return foundInFile("kind");
  const said = publicTextRefusal(name, "name");
  if (said) return said;
  if (size === 0) return refuse("file_damaged");
  return size > evidenceLimits.fileBytes ? tooLarge() : null;
}

/**
 * What a file is refused for: none of our kinds; macros; a lock; what runs by itself; other files in it; what it fetches
 * from elsewhere; a file behind its end; a way of writing that cannot be checked.
 */
export const fileFindings = [
  "kind",
  "macro",
  "password",
  "script",
  "embedded",
  "remote",
  "trailing",
  "unreadable",
] as const;
export type FileFinding = (typeof fileFindings)[number];

/** The refusal of a file for what was found in it, which its sentence says with what to do. */
export function foundInFile(found: FileFinding): Refusal {
  return refuse("file_type_refused", { params: { found } });
}

/** The refusal of a file of more than 20 MB, with the limit for its sentence. */
export function tooLarge(): Refusal {
  return refuse("file_too_large", { params: { megabytes: evidenceLimits.fileBytes / megabyte } });
}

/** Refuses one more file (`files_too_many`) than a submission carries. */
export function countRefusal(present: number): Refusal | null {
  return present < evidenceLimits.files
    ? null
    : refuse("files_too_many", { params: { files: evidenceLimits.files } });
}

const edges = /^[\s.]+|[\s.]+$/gu;

/**
 * A name to store and show: no folders, nothing invisible or that turns the reading direction (an exe dressed as a pdf),
 * nothing that Windows cannot save, at most 120 characters with the extension kept.
 */
export function cleanFileName(given: string): string {
  const name = given
    .replace(/^.*[/\\]/su, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(edges, "");
  const characters = [...name];
  const dot = characters.lastIndexOf(".");
  const tail = dot < 0 ? [] : characters.slice(dot).slice(0, evidenceLimits.nameLength);
  const stem = dot < 0 ? characters : characters.slice(0, dot);
  const short = [...stem.slice(0, evidenceLimits.nameLength - tail.length), ...tail].join("");
  return short.replace(edges, "");
}

/** What comes with the bytes of one file. The name's cleaning is part of reading it. */
export const uploadSchema = z.strictObject({
  key: keySchema,
  submissionId: idSchema,
  name: z.string().max(1000).overwrite(cleanFileName).min(1),
});
export type UploadInput = z.infer<typeof uploadSchema>;
export type AttachInput = UploadInput & Omit<EvidenceRecord, "name">;

export const removeEvidenceSchema = z.strictObject({ key: keySchema, evidenceId: idSchema });
export type RemoveEvidenceInput = z.infer<typeof removeEvidenceSchema>;
