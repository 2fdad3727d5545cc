import { expect, test } from "vitest";
import { p, r, readBody, wordsIn } from "./docx.fixture";

const tc = (words: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${words.startsWith("<") ? words : p(r(words))}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

const cells = async (...given: Parameters<typeof readBody>) => {
  const { text, blocks } = await readBody(...given);
  return blocks.map((block) =>
    block.kind === "cell"
      ? `${block.row}/${block.column}${block.isMerged ? "↑" : ""} ${text.slice(block.start, block.end)}`
      : text.slice(block.start, block.end),
  );
};

test("columns count across merged cells; a cell merged downwards has its words in each row", async () => {
  const body = tbl(
    tr(tc("序号"), tc("责任单位", '<w:gridSpan w:val="2"/>'), tc("时限")),
    tr(tc("1"), tc("市住建局", '<w:vMerge w:val="restart"/>'), tc("无"), tc("年底")),
    tr(tc("2"), tc("", "<w:vMerge/>"), tc("无"), tc("长期")),
  );
  expect(await cells(body)).toEqual([
    ...["0/0 序号", "0/1 责任单位", "0/3 时限"],
    ...["1/0 1", "1/1 市住建局", "1/2 无", "1/3 年底"],
    ...["2/0 2", "2/1↑ 市住建局", "2/2 无", "2/3 长期"],
  ]);
});

test("rows that begin further right, and cells merged the old way", async () => {
  const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("b")}</w:tr>`;
  const old = tr(tc("c", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("d"));
  expect(await cells(tbl(late, old))).toEqual(["0/1 b", "1/0 c", "1/2 d"]);
});

test("several paragraphs of a cell are lines", async () => {
  const { text } = await readBody(tbl(tr(tc(p(r("（1）甲")) + p(r("（2）乙"))), tc("丙"))));
  expect(text).toBe("（1）甲\n（2）乙\t丙");
});

test("a frame of one cell is no table, a table in a cell is words of that", async () => {
  const inner = tbl(tr(tc("甲"), tc("乙")), tr(tc("丙"), tc("丁")));
  expect(await cells(tbl(tr(tc(p(r("标题")) + inner))))).toEqual([
    ...["标题", "0/0 甲", "0/1 乙", "1/0 丙", "1/1 丁"],
  ]);
  expect(await wordsIn(tbl(tr(tc(p(r("标题")) + inner), tc("外"))))).toEqual([
    ...["标题\n甲 乙\n丙 丁", "外"],
  ]);
});

test("a row that was deleted is left out with a warning", async () => {
  const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc("旧")}${tc("行")}</w:tr>`;
  const { text, warnings } = await readBody(p(r("表")) + tbl(tr(tc("甲"), tc("乙")), gone));
  expect(text).toBe("表\n\n甲\t乙");
  expect(warnings).toEqual([{ code: "text_deleted", words: "旧行", at: 3 }]);
});
