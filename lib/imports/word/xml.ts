import { SaxesParser } from "saxes";

/** An element as it opens: names come without their prefix, of attributes too. */
export type Opened = { name: string; of: (attribute: string) => string | undefined };

export type XmlReader = {
  open: (element: Opened) => void;
  close?: (name: string) => void;
  text?: (words: string) => void;
};

const mostNested = 2000;

/** Reads XML in pieces as they come. Throws on what is no XML, declares a document type, or nests beyond any document. */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A document type");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > mostNested) throw new Error("Nested too deep");
    reader.open({ name: local(name), of: (wanted) => attributeOf(attributes, wanted) });
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    reader.close?.(local(name));
  });
  if (reader.text) {
    parser.on("text", reader.text);
    parser.on("cdata", reader.text);
  }
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.close();
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

function attributeOf(attributes: Record<string, unknown>, wanted: string): string | undefined {
  for (const name in attributes) if (local(name) === wanted) return String(attributes[name]);
  return undefined;
}

/** What XML may be in besides UTF-8, by its first bytes (XML 1.0, App. F). */
function encodingOf(bytes: Buffer): string {
  const beginning = bytes.toString("latin1", 0, 2);
  if (beginning === "\xff\xfe" || beginning === "<\0") return "utf-16le";
  return beginning === "\xfe\xff" || beginning === "\0<" ? "utf-16be" : "utf-8";
}

/** The number in an attribute, or null. */
export function numberOf(value: string | undefined): number | null {
  return value !== undefined && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

/** Whether a property that is on by being there is not switched off ([ECMA-376] 17.17.4). */
export const isOn = (value: string | undefined) => !/^(?:0|false|off)$/i.test(value ?? "");
