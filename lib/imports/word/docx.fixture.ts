import { declares, zip } from "@/lib/submissions/evidence/files.fixture";
import { readDocx } from "./read-docx";

// Word documents as small as they can be: the XML of a rule and nothing besides.

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = declares(
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
);
const relations = (name: string, targets: Record<string, string>) => ({
  name,
  data: `<Relationships>${Object.entries(targets)
    .map(([type, to], i) => `<Relationship Id="r${i}" Type="${office}/${type}" Target="${to}"/>`)
    .join("")}</Relationships>`,
});

type Parts = {
  numbering?: string;
  styles?: string;
  more?: { name: string; data: string | Buffer }[];
};

/** A document of this body, lists and styles. */
export const docxOf = (...given: Parameters<typeof docxPartsOf>): Buffer =>
  zip(docxPartsOf(...given));

/** The parts of one, before they are packed. */
export function docxPartsOf(body: string, { numbering, styles, more = [] }: Parts = {}) {
  return [
    main,
    relations("_rels/.rels", { officeDocument: "word/document.xml" }),
    relations("word/_rels/document.xml.rels", { styles: "styles.xml", numbering: "numbering.xml" }),
    { name: "word/document.xml", data: `<w:document><w:body>${body}</w:body></w:document>` },
    ...(numbering
      ? [{ name: "word/numbering.xml", data: `<w:numbering>${numbering}</w:numbering>` }]
      : []),
    ...(styles ? [{ name: "word/styles.xml", data: `<w:styles>${styles}</w:styles>` }] : []),
    ...more,
  ];
}

/** A paragraph with these properties and runs. */
export const p = (inside: string, properties = "") =>
  `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
/** A run of words, hidden or however its properties say. */
export const r = (words: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const inList = (numId: number, ilvl = 0) =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

/** What the reader makes of such a document; it is not refused. */
export async function readBody(...given: Parameters<typeof docxOf>) {
  const document = await readDocx(docxOf(...given));
  if ("code" in document) throw new Error(document.code);
  return document;
}

/** The words of its blocks. */
export async function wordsIn(...given: Parameters<typeof docxOf>): Promise<string[]> {
  const { text, blocks } = await readBody(...given);
  return blocks.map(({ start, end }) => text.slice(start, end));
}
