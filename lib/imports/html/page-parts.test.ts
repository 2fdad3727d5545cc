import { expect, test } from "vitest";
import { readDocument } from "@/lib/domain/imports/blocks";
import { pageParts } from "./page-parts";
import { parsePage } from "./parse-page";

const read = (page: string) => {
  const { parts, warnings } = pageParts(parsePage(page), new Set());
  return { ...readDocument(parts), warnings };
};
const textOf = (page: string) => read(page).text.split("\n\n");

test("blocks are paragraphs, headings have their level, breaks part lines", () => {
  const { text, blocks } = read("<h2>一、<b>要求</b></h2><div>甲<p>乙<br>丙</p>丁</div>");
  expect(text.split("\n\n")).toEqual(["一、要求", "甲", "乙", "丙", "丁"]);
  expect(blocks.map((block) => "outline" in block && block.outline)).toEqual([
    2,
    null,
    null,
    null,
    null,
  ]);
});

test("white space is that of the page, not of its source", () => {
  expect(textOf("<p>推动\n  高质量   发展\n5G <b>网络</b></p><pre>甲\n乙</pre>")).toEqual([
    ...["推动高质量 发展 5G 网络", "甲", "乙"],
  ]);
});

test("the numbers of lists stand in the text, in lists within lists too", () => {
  const page =
    "<ol><li>甲<ol type=a><li>乙</ol><li><p>丙</p><p>丁</p></ol><ul><li>戊</ul><ol><li></li><li>己</ol>";
  expect(textOf(page)).toEqual(["1. 甲", "a. 乙", "2. 丙", "丁", "戊", "2. 己"]);
});

test("a table with its caption; lines in a cell, and the numbers of a list there", () => {
  const page =
    "<table><caption>分工表</caption><tr><td>甲<br>乙<td><p>丙<p>丁<tr><td><ol><li>戊<li>己</ol><td></table>";
  expect(read(page).text).toBe("分工表\n\n甲\n乙\t丙\n丁\n\n1. 戊\n2. 己\t");
});

test("a table that only frames others is none", () => {
  const page = "<table><tr><td><p>甲</p><table><tr><td>乙<td>丙</table></table>";
  expect(read(page).blocks.map(({ kind }) => kind)).toEqual(["paragraph", "cell", "cell"]);
});

test("what is hidden or struck out is left out and said", () => {
  const { text, warnings } = read("<p>甲</p><p hidden>乙</p><p>丙<del>丁</del></p>");
  expect(text).toBe("甲\n\n丙");
  expect(warnings).toEqual([
    { code: "text_hidden", words: "乙", part: 1 },
    { code: "text_deleted", words: "丁", part: 1 },
  ]);
});
