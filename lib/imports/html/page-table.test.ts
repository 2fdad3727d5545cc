import { expect, test } from "vitest";
import { tableRows } from "./page-table";
import { type Element, elementsOf, parsePage, wordsOf } from "./parse-page";

const rows = (page: string) => {
  const [table] = elementsOf(parsePage(page));
  return tableRows(table as Element, wordsOf).map((row) =>
    row.map(({ text, column, isMerged }) => `${column}${isMerged ? "↑" : ""}${text}`).join(" "),
  );
};

test("cells take the columns that those above and before them leave", () => {
  const page =
    "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td rowspan=0>e<td>f<tr><td>g<td>h<td>i</table>";
  expect(rows(page)).toEqual(["0a 1b 3c", "0↑ 1d 2e 3f", "0g 1h 2↑ 3i"]);
});

test("a cell that spans both ways is merged once", () => {
  expect(rows("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>")).toEqual([
    "0a 2b",
    "0↑ 2c",
  ]);
});

test("sections of a table follow each other; odd spans count as one", () => {
  const page =
    "<table><thead><tr><th colspan=x>a<th rowspan=-3>b</thead><tbody><tr><td>c<td>d</table>";
  expect(rows(page)).toEqual(["0a 1b", "0c 1d"]);
});

test("spans that come to more cells than a document has are refused", () => {
  const page = `<table><tr>${"<td rowspan=9999>".repeat(250)}${"<tr><td>".repeat(2000)}</table>`;
  expect(() => rows(page)).toThrow();
});
