import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { itemsOf } from "./items";

/** The items of a text (a line a paragraph, tabs part cells), a line each: path, kind, its parent's path, title. */
export function itemsIn(text: string): string[] {
  const document = readLines(text);
  const items = itemsOf(document);
  return items.map(({ path, kind, parent, title, isOptional }) => {
    const above = parent === null ? "" : ` < ${items[parent]?.path}`;
    const name = document.text.slice(title.start, title.end).replace(/\s/gu, "");
    return `${path} ${kind}${isOptional ? "?" : ""}${above} ${name}`;
  });
}

/** The first quote of each item, without white space. */
export function quotesIn(text: string): string[] {
  const document = readLines(text);
  return itemsOf(document).map(({ quotes: [{ start, end }] }) =>
    document.text.slice(start, end).replace(/\s/gu, ""),
  );
}
