import type { FileFinding } from "@/lib/domain/submissions/evidence";
import { type CompoundFile, type Entry, readCompoundFile } from "./compound-file";
import { holdsArchive, isAnotherFile } from "./other-files";

const mainStreams = { doc: ["WordDocument"], xls: ["Workbook", "Book"] };
/** Of a macro project ([MS-OVBA] 2.2.1), as Word and Excel place it. */
const macroNames = ["VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "Macros"].map(folded);
/** Of a newer file locked with a password ([MS-OFFCRYPTO] 2.3). */
const lockNames = ["EncryptedPackage", "EncryptionInfo", "\x06DataSpaces"].map(folded);
/** Objects of other programs: Word's pool, Excel's embedded and linked storages, and what they all hold. */
const objectName = /^(?:objectpool|mbd[0-9a-f]{8}|lnk[0-9a-f]{8}|ole(?:10native)?|package)$/;

/** What is wrong with these bytes as a Word or Excel file of 97–2003, or null. Throws on a broken one. */
export async function oldOfficeFinding(
  kind: keyof typeof mainStreams,
  bytes: Buffer,
): Promise<FileFinding | null> {
  const file = readCompoundFile(bytes);
  const names = file.entries.map(({ name }) => folded(name));
  if (names.some((name) => lockNames.includes(name))) return "password";
  if (names.some((name) => macroNames.includes(name))) return "macro";
  const main = file.entries.find(
    ({ name, isStream }) => isStream && mainStreams[kind].includes(name),
  );
  if (!main) return "kind";
  if (names.some((name) => objectName.test(name))) return "embedded";
  const { behind } = file;
  if (holdsArchive(behind, { mayHoldZip: false }) || (await isAnotherFile(behind)))
    return "trailing";
  return kind === "doc" ? wordFinding(file, main) : excelFinding(file, main);
}

/** Whether a compound file inside another file holds macros. */
export function holdsMacros(bytes: Buffer): boolean {
  return readCompoundFile(bytes).entries.some(({ name }) => macroNames.includes(folded(name)));
}

/** Without capitals, and without the sign that some names begin with. */
function folded(name: string): string {
  return name.toLowerCase().replace(/^\p{Cc}/u, "");
}

/** Fields that run or fetch something when the document is opened, in 8-bit or 16-bit text, behind the mark that begins one. */
const field = (name: string) => `\\x13\\0?[\\s\\0\\\\"]*${[...name].join("\\0?")}`;
const linkFields = new RegExp(
  ["DDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK ", "DATABASE", "IMPORT"].map(field).join("|"),
  "i",
);
const wordMark = 0xa5ec;
const encryptedFlag = 0x0100;

/** FibBase ([MS-DOC] 2.5.2): flag F of the word at 10 is fEncrypted, of obfuscated files too. */
function wordFinding({ read }: CompoundFile, main: Entry): FileFinding | null {
  const stream = read(main);
  if (stream.length < 32 || stream.readUInt16LE(0) !== wordMark) throw new Error("No FIB");
  if (stream.readUInt16LE(10) & encryptedFlag) return "password";
  return linkFields.test(stream.toString("latin1")) ? "remote" : null;
}

const records = {
  filePass: 0x2f,
  boundSheet: 0x85,
  supBook: 0x1ae,
  queryTable: 0x1ad,
  connection: 0x876,
};
/** SupBook ([MS-XLS] 2.4.271): of the workbook itself, or of add-ins. */
const ownLinks = [0x0401, 0x3a01];

/** The records of the globals ([MS-XLS] 2.1.4), each a type and a length; what a password locks keeps these two plain. */
function excelFinding({ read }: CompoundFile, main: Entry): FileFinding | null {
  const stream = read(main);
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    const body = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    if (type === records.filePass) return "password";
    // BoundSheet8.dt: 1 is a sheet of Excel 4.0 macros, 6 a module.
    if (type === records.boundSheet && [1, 6].includes(body[5] ?? 0)) return "macro";
    if (type === records.queryTable || type === records.connection) return "remote";
    if (type === records.supBook && body.length >= 4 && !ownLinks.includes(body.readUInt16LE(2)))
      return "remote";
  }
  return null;
}
