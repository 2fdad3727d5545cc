import { type Refusal, refuse } from "@/lib/domain/refusals";

// A compound file ([MS-CFB]) names its streams in UTF-16: what is in it can be told without walking its sectors.
const streamName = (name: string) => Buffer.from(`${name}\0`, "utf16le");
const mainStreams = {
  doc: [streamName("WordDocument")],
  xls: [streamName("Workbook"), streamName("Book")],
};
/** Of a macro project ([MS-OVBA]), and of a newer Office file locked with a password ([MS-OFFCRYPTO]). */
const refusedStreams = [streamName("_VBA_PROJECT"), streamName("EncryptedPackage")];

/** Whether these bytes, known to be a compound file, are the Word or Excel file of 97–2003 asked for, without macros. */
export function oleRefusal(kind: keyof typeof mainStreams, bytes: Buffer): Refusal | null {
  const isKind = mainStreams[kind].some((name) => bytes.includes(name));
  const isRefused = refusedStreams.some((name) => bytes.includes(name));
  return isKind && !isRefused ? null : refuse("file_type_refused");
}
