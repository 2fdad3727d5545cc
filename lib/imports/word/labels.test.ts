import { expect, test } from "vitest";
import { inList, p, r, wordsIn } from "./docx.fixture";

const level = (ilvl: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...inside: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${inside.join("")}</w:abstractNum>`;
const list = (id: number, abstract: number, inside = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inside}</w:num>`;
const override = (ilvl: number, inside: string) =>
  `<w:lvlOverride w:ilvl="${ilvl}">${inside}</w:lvlOverride>`;
const official = [
  level(0, "chineseCounting", "%1、"),
  level(1, "japaneseCounting", "（%2）"),
  level(2, "decimal", "%3."),
];
const items = (...given: [numId: number, ilvl: number][]) =>
  given.map(([numId, ilvl]) => p(r("x"), inList(numId, ilvl))).join("");
const labels = async (body: string, numbering: string, styles?: string) =>
  (await wordsIn(body, { numbering, styles })).map((words) => words.replace(/ ?x$/, ""));

test("levels count anew behind a higher one", async () => {
  const body = items([1, 0], [1, 1], [1, 2], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1]);
  const found = await labels(body, definition(0, ...official) + list(1, 0));
  expect(found).toEqual(["一、", "（一）", "1.", "2.", "（二）", "1.", "二、", "（一）"]);
});

test("lvlRestart: 0 runs through the document, another names the level it waits for", async () => {
  const body = items([1, 0], [1, 1], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1], [1, 2]);
  const of = (restart: number) =>
    labels(
      body,
      definition(
        0,
        ...official.slice(0, 2),
        level(2, "decimal", "%3.", `<w:lvlRestart w:val="${restart}"/>`),
      ) + list(1, 0),
    );
  const thirds = (found: string[]) => found.filter((each) => /\d/.test(each));
  expect(thirds(await of(0))).toEqual(["1.", "2.", "3."]);
  expect(thirds(await of(1))).toEqual(["1.", "2.", "1."]);
});

test("lists of one definition count on; one that says where it starts does so once", async () => {
  const numbering =
    definition(0, ...official) +
    list(1, 0) +
    list(2, 0) +
    list(3, 0, override(0, '<w:startOverride w:val="5"/>'));
  const found = await labels(items([1, 0], [2, 0], [3, 0], [3, 0], [1, 0]), numbering);
  expect(found).toEqual(["一、", "二、", "五、", "六、", "七、"]);
});

test("a list may write a level its own way", async () => {
  const own = list(1, 0, override(0, level(0, "decimalFullWidth", "%1．")));
  expect(await labels(items([1, 0], [1, 1]), definition(0, ...official) + own)).toEqual([
    ...["１．", "（一）"],
  ]);
});

test("labels of several numbers, in digits where the level is legal", async () => {
  const numbering =
    definition(
      0,
      level(0, "chineseCounting", "第%1章"),
      level(1, "decimal", "%1.%2", "<w:isLgl/>"),
      level(2, "decimalEnclosedCircle", "%3"),
    ) + list(1, 0);
  expect(await labels(items([1, 0], [1, 1], [1, 2], [1, 1]), numbering)).toEqual([
    ...["第一章", "1.1", "①", "1.2"],
  ]);
});

test("a deeper level before any higher one counts from where that would start", async () => {
  const numbering = definition(0, official[0] ?? "", level(1, "decimal", "%1.%2", "<w:isLgl/>"));
  expect(await labels(items([1, 1], [1, 0]), numbering + list(1, 0))).toEqual(["1.1", "一、"]);
});

test("numbers come through styles and what they are based on", async () => {
  const style = (id: string, inside: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
  const styles =
    style("h1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style("h2", '<w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
    style("own", '<w:basedOn w:val="h2"/>') +
    style("plain", '<w:basedOn w:val="h1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
  const body = ["h1", "h2", "own", "plain", "h1"]
    .map((id) => p(r("x"), `<w:pStyle w:val="${id}"/>`))
    .join("");
  const numbering = definition(0, ...official) + list(1, 0);
  expect(await labels(body, numbering, styles)).toEqual(["一、", "（一）", "（二）", "", "二、"]);
});

test("the level of a style is the one that names it", async () => {
  const styles =
    '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const named = level(1, "decimal", "%2）", '<w:pStyle w:val="a"/>');
  const numbering = definition(0, official[0] ?? "", named) + list(1, 0);
  expect(await labels(p(r("x"), '<w:pStyle w:val="a"/>'), numbering, styles)).toEqual(["1）"]);
});

test("a list may be that of a style", async () => {
  const styles =
    '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const numbering =
    definition(0, '<w:numStyleLink w:val="s"/>') +
    definition(1, '<w:styleLink w:val="s"/>', ...official) +
    list(1, 0) +
    list(2, 1);
  expect(await labels(items([1, 0], [2, 0]), numbering, styles)).toEqual(["一、", "二、"]);
});

test("links that go round, lists that are not there and numbers beyond sense are no numbers", async () => {
  const styles =
    '<w:style w:styleId="s"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering = definition(0, '<w:numStyleLink w:val="s"/>') + list(1, 0);
  expect(await labels(items([1, 0], [9, 0], [1, 99]), numbering, styles)).toEqual(["", "", ""]);
});

test("bullets are no words, and “none” no number; nothing parts some labels from the text", async () => {
  const numbering =
    definition(
      0,
      level(0, "bullet", "\uf0b7"),
      level(1, "none", "附："),
      level(2, "decimal", "%3.", '<w:suff w:val="nothing"/>'),
    ) + list(1, 0);
  const found = await wordsIn(items([1, 0], [1, 1], [1, 2]), { numbering });
  expect(found).toEqual(["x", "附：x", "1.x"]);
});

test("an empty paragraph counts and is not shown; in a column of numbers it is", async () => {
  const cell = (inside: string) => `<w:tc>${inside}</w:tc>`;
  const empty = p("", inList(1));
  const table = `<w:tbl><w:tr>${cell(empty)}${cell(p(r("x")))}</w:tr></w:tbl>`;
  const numbering = definition(0, level(0, "decimal", "%1")) + list(1, 0);
  expect(await wordsIn(items([1, 0]) + empty + table, { numbering })).toEqual(["1 x", "3", "x"]);
});
