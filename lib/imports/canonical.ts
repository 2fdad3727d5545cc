import {
  type ReadDocument,
  type ReadPart,
  type ReadWarning,
  readDocument,
} from "@/lib/domain/imports/blocks";
import { plainSigns } from "./plain-signs";
import { mostBlocks, TooLong } from "./too-long";

/** A warning of a reader that counts parts and does not know the index in the text yet. */
export type PartWarning = Omit<ReadWarning, "at"> & { part?: number };

/** The document of what a reader found: signs that no text holds are dropped and named, warnings get their place. Throws `TooLong`. */
export function canonical(
  found: readonly ReadPart[],
  warned: readonly PartWarning[] = [],
): ReadDocument {
  const size = found.reduce((sum, part) => sum + sizeOf(part), 0);
  if (size > mostBlocks) throw new TooLong();
  const dropped = new Set<string>();
  const plain = (text: string) => plainSigns(text, dropped).replaceAll("\t", " ").trim();
  const parts = found.map(
    (part): ReadPart =>
      part.kind === "paragraph"
        ? { ...part, text: plain(part.text) }
        : {
            ...part,
            rows: part.rows.map((row) => row.map((cell) => ({ ...cell, text: plain(cell.text) }))),
          },
  );
  const { text, blocks } = readDocument(parts);
  let block = 0;
  const starts = parts.map((part) => {
    const start = blocks[block]?.start ?? text.length;
    block += part.kind === "paragraph" && part.text === "" ? 0 : sizeOf(part);
    return start;
  });
  const warnings = warned.map(({ part, ...rest }): ReadWarning => {
    const words = rest.words && shortened(plain(rest.words));
    const at = part === undefined ? undefined : (starts[part] ?? text.length);
    return { ...rest, ...(words && { words }), ...(at !== undefined && { at }) };
  });
  if (dropped.size > 0)
    warnings.push({ code: "signs_dropped", words: [...dropped].slice(0, 20).join(" ") });
  return { text, blocks, warnings };
}

const sizeOf = (part: ReadPart) =>
  part.kind === "paragraph" ? 1 : part.rows.reduce((sum, row) => sum + row.length, 0);

/** Enough of what was left out to know it again. */
const mostWords = 200;

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ");
  return line.length > mostWords ? `${[...line].slice(0, mostWords).join("")}…` : line;
}
