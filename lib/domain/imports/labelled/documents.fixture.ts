/// <reference types="vite/client" />
import { type ReadDocument, type ReadPart, readDocument } from "@/lib/domain/imports/blocks";

const texts = import.meta.glob<string>("./*.txt", {
  query: "?raw",
  import: "default",
  eager: true,
});
const golds = import.meta.glob<Gold>("./*.gold.json", { import: "default", eager: true });

/** A text with one paragraph on each line; lines with tabs that follow each other are a table. */
export function readLines(text: string): ReadDocument {
  const parts: ReadPart[] = [];
  let rows: { text: string; column: number }[][] = [];
  const close = () => {
    if (rows.length > 0) parts.push({ kind: "table", rows });
    rows = [];
  };
  for (const line of text.split("\n"))
    if (line.includes("\t"))
      rows.push(line.split("\t").map((words, column) => ({ text: words, column })));
    else {
      close();
      parts.push({ kind: "paragraph", text: line });
    }
  close();
  return readDocument(parts);
}

export type GoldDeadline = {
  verbatim: string;
  kind: string;
  start: string | null;
  end: string | null;
};
export type GoldItem = {
  path: string;
  kind: string;
  title: string;
  quote: string;
  start: number | null;
  end: number | null;
  optional?: boolean;
  lead: string | null;
  co_leads?: string[];
  cooperating: string[];
  implementing: string[];
  owners_verbatim: string | null;
  owner_scope: string;
  open_ended: boolean;
  deadlines: GoldDeadline[];
};
export type Gold = { measures: GoldItem[]; decoys: { verbatim: string }[] };

/** The labelled documents: their names, texts and labels. */
export function labelled(): { name: string; text: string; gold: Gold }[] {
  return Object.entries(golds).map(([path, gold]) => {
    const name = path.replace("./", "").replace(".gold.json", "");
    return { name, text: texts[`./${name}.txt`] ?? "", gold };
  });
}
