import { expect, test } from "vitest";
import { readText } from "./read-text";

const read = (text: string) => {
  const document = readText({ text, isGuessed: false });
  if ("code" in document) throw new Error(document.code);
  return document;
};
const blocks = (text: string) => {
  const document = read(text);
  return document.blocks.map(({ start, end }) => document.text.slice(start, end));
};

test("a paragraph per line, whatever ends the lines; a table between them", () => {
  const { text, blocks: found } = read("　　通知\r\n一、要求\r序号\t任务\n1\t\n\n　落款");
  expect(text).toBe("通知\n\n一、要求\n\n序号\t任务\n\n1\t\n\n落款");
  expect(found.map(({ kind }) => kind)).toEqual([
    ...["paragraph", "paragraph", "cell", "cell", "cell", "cell", "paragraph"],
  ]);
});

test("signs that no text holds are dropped and named, those nobody sees without a word", () => {
  const { text, warnings } = read("扬\0尘\u0007治\u200b理\ud800。\ufffd");
  expect(text).toBe("扬尘治理。");
  expect(warnings).toEqual([{ code: "signs_dropped", words: "U+0000 U+0007 U+D800 □" }]);
});

test("radicals that a font says for characters are characters", () => {
  expect(read("⼀、⼈⺠政府⻓期保障⽤⼾").text).toBe("一、人民政府长期保障用户");
});

test("an encoding that was guessed is said", () => {
  expect(readText({ text: "通知", isGuessed: true })).toMatchObject({
    warnings: [{ code: "encoding_guessed" }],
  });
});

test("more lines than a document has are refused", () => {
  expect(readText({ text: "甲\n".repeat(200_001), isGuessed: false })).toMatchObject({
    code: "file_too_long",
  });
});

test("so is one of more signs than ten drafts hold, before it is looked through", () => {
  expect(readText({ text: "甲".repeat(2_000_001), isGuessed: false })).toEqual({
    code: "file_too_long",
    params: { most: "signs", count: 2_000_000 },
  });
});

test("a heading of Markdown is one, without its marks", () => {
  const { text, blocks: found } = read("## 十项措施\n#标签");
  expect(text).toBe("十项措施\n\n#标签");
  expect(found.map((block) => "outline" in block && block.outline)).toEqual([2, null]);
});

test("a newspaper's paragraph that its column breaks is one again", () => {
  const page =
    "二是调整能源结构。实施清洁能源替代,持续\n\n推进清洁取暖改造。\n\n三是调整交通结构。";
  expect(blocks(page)).toEqual([
    "二是调整能源结构。实施清洁能源替代,持续推进清洁取暖改造。",
    "三是调整交通结构。",
  ]);
});
