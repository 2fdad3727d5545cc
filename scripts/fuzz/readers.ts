import iconv from "iconv-lite";
import type { ReadDocument } from "@/lib/domain/imports/blocks";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { readHtml } from "@/lib/imports/html/read-html";
import { readPdf } from "@/lib/imports/pdf/read-pdf";
import { readCsv } from "@/lib/imports/sheet/read-csv";
import { readSheet } from "@/lib/imports/sheet/read-sheet";
import { decode } from "@/lib/imports/text/decode";
import { readText } from "@/lib/imports/text/read-text";
import { readDocx } from "@/lib/imports/word/read-docx";
import { mutateBytes, mutateText } from "./mutate-bytes";
import { mutateXml } from "./mutate-xml";
import { mutateZip } from "./mutate-zip";
import { openRandom, type Random } from "./random";
import { docxParts, page, pdfs, texts, xlsxParts } from "./samples.fixture";

type Read = (bytes: Uint8Array) => ReadDocument | Refusal | Promise<ReadDocument | Refusal>;
/** Each kind of file that is read, with a sound one changed at random. */
type Reader = { read: Read; mutated: (random: Random) => Buffer };

const encoded = (text: string, random: Random) =>
  random.pick([
    () => Buffer.from(text),
    () => iconv.encode(text, "gb18030"),
    () => iconv.encode(text, "utf-16le", { addBOM: true }),
  ])();

export const readers: Record<string, Reader> = {
  text: {
    read: (bytes) => {
      const decoded = decode(bytes);
      return decoded ? readText(decoded) : refuse("file_damaged");
    },
    mutated: (random) => mutateText(encoded(random.pick(texts), random), random),
  },
  html: {
    read: readHtml,
    mutated: (random) =>
      random.chance(70)
        ? encoded(mutateXml(page, random), random)
        : mutateText(Buffer.from(page), random),
  },
  docx: { read: readDocx, mutated: (random) => mutateZip(docxParts, random) },
  xlsx: { read: readSheet, mutated: (random) => mutateZip(xlsxParts, random) },
  csv: {
    read: readCsv,
    mutated: (random) => mutateText(encoded(random.pick(texts), random), random),
  },
  pdf: {
    read: readPdf,
    mutated: (random) => {
      const bytes = random.pick(pdfs);
      const mutate = random.chance(75) ? mutateText : mutateBytes;
      if (random.chance(20)) return mutate(bytes, random);
      // One that is cut off is refused at once: behind its end the file stays as it is.
      const end = bytes.lastIndexOf("startxref");
      return Buffer.concat([mutate(bytes.subarray(0, end), random), bytes.subarray(end)]);
    },
  },
};

/** The file that this seed and number give; the same each time. */
export function mutatedFile(kind: string, seed: number, number: number): Buffer {
  const reader = readers[kind];
  if (!reader) throw new Error(`No reader of ${kind}`);
  return reader.mutated(openRandom(seed, kind, number));
}

/** Reads it, and throws when what comes back is neither a refusal nor a document whose blocks lie in its text. */
export async function readOne(kind: string, bytes: Buffer): Promise<"read" | "refused"> {
  const found = await readers[kind]?.read(new Uint8Array(bytes));
  if (!found) throw new Error("Nothing came back");
  if ("code" in found) return "refused";
  for (const { start, end } of found.blocks)
    if (!(start >= 0 && start <= end && end <= found.text.length))
      throw new Error(`A block from ${start} to ${end} of ${found.text.length}`);
  return "read";
}
