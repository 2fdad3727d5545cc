import { expect, test } from "vitest";
import { draftDocumentSchema } from "@/lib/domain/registrations/drafts";
import { readDocument } from "./blocks";
import { tableHead, tablesOf } from "./columns";
import { keptDocument } from "./kept";
import { changedFacts, factsAsRead, importTitle } from "./said-facts";

const paragraphs = (...lines: string[]) =>
  readDocument(lines.map((text) => ({ kind: "paragraph", text })));
const table = (rows: string[][]) =>
  readDocument([
    { kind: "table", rows: rows.map((row) => row.map((text, column) => ({ text, column }))) },
  ]);

test("the text that is kept is the text of the draft, so that every place holds there", () => {
  const read = table([
    ["任务", "单位", ""],
    ["清扫", "甲", ""],
  ]);
  const kept = keptDocument(read);
  if ("code" in kept) throw new Error("It was refused");
  const { shape } = draftDocumentSchema;
  expect(shape.text.parse(kept.text)).toBe(kept.text);
  for (const [i, { start, end }] of kept.blocks.entries()) {
    const was = read.blocks[i];
    expect(kept.text.slice(start, end)).toBe(read.text.slice(was?.start, was?.end));
    expect(end).toBeLessThanOrEqual(kept.text.length);
  }
});

test.each([
  [paragraphs(), "document_empty"],
  [paragraphs("长".repeat(200_001)), "file_too_long"],
  [{ ...paragraphs("好"), text: "\u0007好" }, "file_damaged"],
  [{ ...paragraphs("好"), text: "好\ud800" }, "file_damaged"],
  [paragraphs("绝密★启用前"), "secrecy_marking"],
])("what cannot be kept is refused", (read, code) => {
  expect(keptDocument(read)).toMatchObject({ code });
});

test("a document says its facts in its own words, and its genre by how the title ends", () => {
  const text = "关于印发治理扬尘\n\n实施方案的通知（试行）";
  const none = { planTitle: null, number: null, issuer: null, dated: null, datedOn: null };
  const facts = factsAsRead(text, { ...none, title: { start: 0, end: text.length } });
  expect(facts).toMatchObject({ title: "关于印发治理扬尘实施方案的通知（试行）", kind: "通知" });
  expect(facts).toMatchObject({ issuer: "", publishedOn: null });
  expect(changedFacts(facts, { ...facts, issuer: "甲" })).toEqual(["issuer"]);
  expect(importTitle({ name: "a.docx", facts: null, corrected: null })).toBe("a.docx");
});

test("a table is known again by its head, whatever stands in it or above it", () => {
  const head = ["序号", "任务", "牵头 单位"];
  expect(
    tableHead(
      table([["重点任务分工表", "重点任务分工表", "重点任务分工表"], head, ["1", "清扫", "甲"]]),
      0,
    ),
  ).toBe("序号|任务|牵头单位");
  expect(tableHead(table([head, ["2", "洒水", "乙"]]), 0)).toBe("序号|任务|牵头单位");
  expect(tableHead(table([["甲"]]), 0)).toBeNull();
  expect(tablesOf(paragraphs("甲"))).toEqual([]);
});
