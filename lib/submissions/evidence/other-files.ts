import { fileTypeFromBuffer } from "file-type";

// A file that is one thing from its start may be another from its end or its middle: of the two only one was checked.

/** How archives, disk images and programs begin: enough of each not to come up by chance in twenty megabytes. */
const signatures = [
  "Rar!\\x1a\\x07[\\0\\x01]",
  "7z\\xbc\\xaf\\x27\\x1c",
  "\\xfd7zXZ\\0",
  "BZh[1-9]1AY&SY",
  "MSCF\\0\\0\\0\\0",
  "\\x1f\\x8b\\x08[\\0-\\x1f][^]{4}[\\0\\x02\\x04][\\0-\\x0d\\xff]",
  "ustar(?:\\0|  \\0)",
  "-l(?:h[0-7]|z[4s])-",
  "CD001\\x01",
  "\\x7fELF[\\x01\\x02][\\x01\\x02]\\x01",
  "!<arch>\\n",
  "This program cannot be run in DOS mode",
];
const zip = [
  "PK\\x03\\x04[\\x0a-\\x3f]\\0[^]{2}[\\0\\x08\\x09\\x0c\\x0e\\x5d-\\x63]\\0",
  "PK\\x05\\x06\\0\\0\\0\\0",
];
const anyOther = new RegExp(signatures.join("|"));
const anyOtherOrZip = new RegExp([...signatures, ...zip].join("|"));

/** Looked through piece by piece; each runs on into the next by more than a signature. */
const piece = { bytes: 1024 ** 2, more: 64 };

/** Whether an archive or a program hides anywhere in a file; one that is itself a zip, or may hold one, is asked for others. */
export function holdsArchive(bytes: Buffer, { mayHoldZip }: { mayHoldZip: boolean }): boolean {
  const other = mayHoldZip ? anyOther : anyOtherOrZip;
  for (let at = 0; at < bytes.length; at += piece.bytes)
    if (other.test(bytes.toString("latin1", at, at + piece.bytes + piece.more))) return true;
  return false;
}

/** Whether what stands behind the end of a file is a file again, other than a picture or a clip, as phones add them. */
export async function isAnotherFile(behind: Buffer): Promise<boolean> {
  const found = await fileTypeFromBuffer(behind).catch(() => undefined);
  return found !== undefined && !/^(?:image|video)\//.test(found.mime);
}

/** Whether there is anything but white space and zeros. */
export function hasContent(behind: Buffer): boolean {
  return behind.some((byte) => byte !== 0 && byte !== 0x20 && byte !== 0x0a && byte !== 0x0d);
}
