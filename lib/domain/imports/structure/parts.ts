import { isSignature, lineKind } from "./line-kinds";
import type { Line, TableLines } from "./lines";
import { sectionKind } from "./sections";

/** A part of a document that counts anew: the letter, what is attached to it, an annex of that. */
export type Part = {
  kind: "letter" | "body" | "annex";
  /** 附件, 附件1; empty where it is no annex. */
  name: string;
  /** Title, number and addressee. */
  head: Line[];
  lines: (Line | TableLines)[];
};

/** The parts of a document, by signatures, “附件” and counts that begin again. Signatures, notes and lists are in none. */
export function partsOf(lines: readonly (Line | TableLines)[]): Part[] {
  const parts: Part[] = [];
  let part = opened("body", "");
  let isSigned = false;
  let isList = false;
  const open = (kind: Part["kind"], name: string) => {
    if (part.head.length + part.lines.length > 0) parts.push(part);
    part = opened(kind, name);
    isSigned = false;
    isList = false;
  };
  for (const [i, line] of lines.entries()) {
    if (line.kind === "table") {
      if (isSigned) open("annex", "附件");
      part.lines.push(line);
      isList = false;
      continue;
    }
    const { label } = line;
    const kind = lineKind(line);
    if (label?.form === "annex" && beginsAnnex(line, lines[i + 1], isSigned)) {
      open("annex", label.number ? `附件${label.number}` : "附件");
      if (label.end < line.place.end) part.head.push({ ...line, label: null });
      continue;
    }
    if (label?.form === "annex" && kind === "annex_list") {
      isList = true;
      continue;
    }
    if (isList && kind !== "date" && isListed(line)) continue;
    isList = false;
    if (kind === "date") {
      if (part.lines.length === 0) part.head.push(line);
      else if (!isSigned) {
        unsign(part);
        isSigned = true;
      }
      continue;
    }
    if (kind === "note" && (isSigned || part.lines.length === 0)) continue;
    if (kind === "distribution" || kind === "number") continue;
    if (isSigned) {
      const goesOn = label !== null && label.number !== 1;
      const isFirst = label !== null && !part.lines.some((l) => l.kind === "line" && l.label);
      if (isFirst || goesOn) isSigned = false;
      else open("body", "");
    } else if (label !== null && beginsAgain(part, line)) {
      const title = titleBefore(part);
      open(part.kind === "annex" ? "annex" : "body", part.kind === "annex" ? part.name : "");
      part.head.push(...title);
    }
    if (hasOnlyTables(part) && label === null && isHead(part, line, kind)) part.head.push(line);
    else part.lines.push(line);
  }
  parts.push(part);
  return withLetter(parts.filter(({ head, lines: own }) => head.length + own.length > 0));
}

function opened(kind: Part["kind"], name: string): Part {
  return { kind, name, head: [], lines: [] };
}

function isHead(part: Part, { outline, words }: Line, kind: ReturnType<typeof lineKind>): boolean {
  if (
    part.kind !== "annex" &&
    kind === "heading" &&
    words.length <= 12 &&
    sectionKind(words) !== null
  )
    return false;
  return outline !== null || kind === "heading" || kind === "addressee" || kind === "number";
}

/** Nothing but the tables that web pages put above a document. */
function hasOnlyTables({ lines }: Part): boolean {
  return lines.every(({ kind }) => kind === "table");
}

/** “附件” alone begins one; “附件：清单” does behind the signature or straight above a table, and else only lists it. */
function beginsAnnex(line: Line, next: Line | TableLines | undefined, isSigned: boolean): boolean {
  if (line.label === null || line.label.end >= line.place.end) return true;
  return (isSigned || next?.kind === "table") && !/[。]/u.test(line.words);
}

function isListed({ words, label }: Line): boolean {
  return words.length <= 80 && !/[。]/u.test(words) && label !== null && label.form !== "han";
}

/** Takes the names that stand above the date off the part. */
function unsign(part: Part): void {
  for (let n = 0; n < 12; n++) {
    const last = part.lines.at(-1);
    if (last?.kind !== "line" || !isSignature(last) || part.lines.length === 1) return;
    part.lines.pop();
  }
}

/** Whether the first numbers of a part are counted from one again. */
function beginsAgain(part: Part, { label }: Line): boolean {
  if (label?.number !== 1 || !["han", "chapter", "part"].includes(label.form)) return false;
  const first = part.lines.find(
    (line): line is Line => line.kind === "line" && line.label !== null,
  );
  if (first?.label?.form !== label.form) return false;
  return part.lines.filter((l) => l.kind === "line" && l.label?.form === label.form).length >= 2;
}

/** Takes the title that stands above a count that begins again off the part, with what introduces it (为…，制定本规定). */
function titleBefore({ lines }: Part): Line[] {
  const isTitle = (line: Line | TableLines | undefined): boolean =>
    line?.kind === "line" && line.label === null && lineKind(line) === "heading";
  let from = lines.length;
  while (lines.length - from < 3 && isIntroduction(lines[from - 1])) from--;
  if (!isTitle(lines[from - 1])) from = lines.length;
  while (isTitle(lines[from - 1])) from--;
  return lines.splice(from).filter((line): line is Line => line.kind === "line");
}

function isIntroduction(line: Line | TableLines | undefined): boolean {
  if (line?.kind !== "line" || line.label !== null) return false;
  return lineKind(line) === "text" && /^(?:为|根据|按照|依据)|[：:]$/u.test(line.words);
}

/** The first of several parts is the letter that hands the others over, unless it numbers its own and says no such thing. */
function withLetter(parts: Part[]): Part[] {
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0 || first.kind === "annex") return parts;
  const lines = first.lines.filter((line): line is Line => line.kind === "line");
  const hands = lines.some(({ words }) =>
    /(?:印发|转发|下发|下达|分解)[^。]{0,12}给你们/u.test(words),
  );
  return hands || lines.every(({ label }) => label === null)
    ? [{ ...first, kind: "letter" }, ...others]
    : parts;
}
