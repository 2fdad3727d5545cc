import { SaxesParser } from "saxes";
import type { FileFinding } from "@/lib/domain/submissions/evidence";
import { holdsMacros } from "./old-office-check";

/** What a part declares of itself or of others: content types ([Content_Types].xml) and relationships (ISO/IEC 29500-2). */
const refusedTypes: readonly [FileFinding, RegExp][] = [
  [
    "macro",
    /macroenabled|vbaproject|vbadata|macrosheet|dialogsheet|keymapcustomizations|attachedtoolbars/,
  ],
  ["embedded", /oleobject|activex|afchunk|\bcontrol\b/],
  [
    "remote",
    /externallink|connections|querytable|attachedtemplate|subdocument|mailmerge|recipientdata/,
  ],
];
/** A link that somebody clicks may lead out; whatever else lies outside is fetched. */
const clickable = /\/(?:hyperlink)$/;
const clickableTarget = /^(?:(?:https?|mailto|ftp|tel|file):|[^:]*$)/i;

/** Fields of Word that run or fetch something ([ECMA-376] 17.16.5), and functions of Excel that do. */
const linkFields =
  /^\s*"?\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|INCLUDE|LINK|DATABASE|IMPORT|RD)\b/i;
const linkFormulas =
  /\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC)\s*\(|(?<!["\w])\w+\|'[^']*'!/i;

/** Reads one part in pieces as they are unpacked, and says at its end what is wrong with it, each finding once at least. */
export type PartReader = { write: (piece: Buffer) => void; findings: () => FileFinding[] };

/** A reader for a part of this name that begins with these bytes: what looks like XML is read as such under any name. */
export function partReader(name: string, beginning: Buffer): PartReader {
  const encoding = xmlEncoding(beginning);
  if (encoding) return xmlReader(new TextDecoder(encoding));
  if (programs.test(beginning.toString("latin1", 0, 4))) return alreadyFound("embedded");
  if (beginning.subarray(0, 8).equals(compoundMagic)) return compoundReader();
  return alreadyFound(/\.(?:xml|rels|vml)$/i.test(name) ? "unreadable" : null);
}

/** The encoding of bytes that look like XML (XML 1.0, App. F); null of anything else. */
function xmlEncoding(bytes: Buffer): "utf-8" | "utf-16le" | "utf-16be" | null {
  if (/^(?:\xff\xfe|\s*<\0)/.test(bytes.toString("latin1"))) return "utf-16le";
  if (/^(?:\xfe\xff|\0<)/.test(bytes.toString("latin1"))) return "utf-16be";
  return /^(?:\xef\xbb\xbf)?\s*(?:<|$)/.test(bytes.toString("latin1")) ? "utf-8" : null;
}

const programs = /^(?:MZ|\x7fELF|#!)/;
const compoundMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");

const alreadyFound = (found: FileFinding | null): PartReader => ({
  write: () => {},
  findings: () => (found ? [found] : []),
});

/** A compound file inside is an object of another program or a macro project, under any name. */
function compoundReader(): PartReader {
  const pieces: Buffer[] = [];
  return {
    write: (piece) => void pieces.push(piece),
    findings: () => {
      try {
        return holdsMacros(Buffer.concat(pieces)) ? ["macro"] : ["embedded"];
      } catch {
        return ["embedded"];
      }
    },
  };
}

function xmlReader(decoder: TextDecoder): PartReader {
  const parser = new SaxesParser();
  const found: (FileFinding | null)[] = [];
  const fields: string[] = [];
  const text: { words: string }[] = [];
  // Some drawings (VML) are no XML in every detail; the reader goes on behind what it does not know.
  parser.on("error", ({ message }) => {
    if (/doctype/i.test(message)) found.push("unreadable");
  });
  parser.on("doctype", () => void found.push("unreadable"));
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (!/^(?:utf-8|utf-16(?:le|be)?|us-ascii)$/i.test(encoding)) found.push("unreadable");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = local(name);
    const of = new Map(
      Object.entries(attributes).map(([key, value]) => [local(key), String(value)]),
    );
    found.push(declared(element, of));
    if (element === "fldSimple") found.push(fieldFinding(of.get("instr") ?? ""));
    if (element === "fldChar") found.push(fieldMark(of.get("fldCharType") ?? "", fields));
    if (element === "oleObject" || element === "OLEObject") found.push("embedded");
    if (element === "ddeLink") found.push("remote");
    if (read.includes(element)) text.push({ words: "" });
  });
  const add = (words: string) => {
    const reading = text.at(-1);
    if (reading) reading.words += words;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", ({ name }) => {
    if (!read.includes(local(name))) return;
    const { words = "" } = text.pop() ?? {};
    if (local(name) !== "instrText") found.push(linkFormulas.test(words) ? "remote" : null);
    else if (fields.length > 0) fields[fields.length - 1] += words;
    else found.push(fieldFinding(words));
  });
  return {
    write: (piece) => void parser.write(decoder.decode(piece, { stream: true })),
    findings: () => {
      for (const field of fields) found.push(fieldFinding(field));
      return found.filter((each) => each !== null);
    },
  };
}

/** Elements whose words matter: instructions of fields, formulas of cells and of names. */
const read = ["instrText", "f", "definedName", "formula"];
const local = (name: string) => name.slice(name.indexOf(":") + 1);

/** A content type, or a relationship by its type and whether its target lies outside. */
function declared(element: string, of: Map<string, string>): FileFinding | null {
  const type = of.get("ContentType") ?? (element === "Relationship" ? of.get("Type") : undefined);
  if (type === undefined) return null;
  const refused = refusedTypes.find(([, pattern]) => pattern.test(type.toLowerCase()));
  if (refused) return refused[0];
  if (element !== "Relationship" || of.get("TargetMode")?.trim().toLowerCase() !== "external")
    return null;
  const isLink = clickable.test(type) && clickableTarget.test(of.get("Target")?.trim() ?? "");
  return isLink ? null : "remote";
}

/** Of fields within fields each is looked at by itself; one whose name another field writes hides it. */
function fieldMark(mark: string, fields: string[]): FileFinding | null {
  if (mark === "begin") {
    const isNaming = fields.length > 0 && fields.at(-1)?.trim() === "";
    fields.push("");
    return isNaming ? "remote" : null;
  }
  if (mark === "separate") {
    const finding = fieldFinding(fields.at(-1) ?? "");
    if (fields.length > 0) fields[fields.length - 1] = finding ? "" : "·";
    return finding;
  }
  return mark === "end" ? fieldFinding(fields.pop() ?? "") : null;
}

function fieldFinding(instruction: string): FileFinding | null {
  return linkFields.test(instruction) ? "remote" : null;
}
