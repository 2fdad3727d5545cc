import type { Worker } from "node:worker_threads";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { body, type Drawn, drawnPdf, full, linesAt, paragraphs, read } from "./drawn-pdf.fixture";
import { joined } from "./lines";
import { packed, pdfOf } from "./pdf-objects.fixture";
import { readPdf } from "./read-pdf";

describe("lines become paragraphs", () => {
  test("by the indent of the first line and the short last one", async () => {
    const found = await read([...body(100, "一、"), ...body(184, "甲"), ...body(268, "乙")]);
    expect(paragraphs(found)).toEqual(
      ["一、", "甲", "乙"].map((begin) => `${full(begin, 29)}${full("续")}到此为止。`),
    );
  });

  test("a line one or two letters short of the edge runs on, as punctuation may not begin a line", async () => {
    const [first, ...rest] = body(100, "甲");
    const short = { ...first, text: full("甲", 27) } as Drawn;
    const found = await read([short, ...rest, ...body(184, "乙"), ...body(268, "丙")]);
    expect(paragraphs(found)[0]).toBe(`${full("甲", 27)}${full("续")}到此为止。`);
  });

  test("over a page", async () => {
    const [a, b, c] = body(700, "甲") as [Drawn, Drawn, Drawn];
    const next = { ...c, y: 100 } as Drawn;
    const found = await read([...body(100, "乙"), a, b], [next, ...body(128, "丙")]);
    expect(paragraphs(found)).toHaveLength(3);
    expect(paragraphs(found)[1]).toBe(`${full("甲", 29)}${full("续")}到此为止。`);
    expect(found.blocks.map(({ page }) => page)).toEqual([1, 1, 2]);
  });

  test("a label begins one where nothing is indented", async () => {
    const flush = ["（一）", "（二）"].flatMap((begin, i) =>
      linesAt(79, 100 + i * 44.8, [full(begin), `${full("续", 30)}。`]),
    );
    expect(paragraphs(await read(flush))).toEqual([
      `${full("（一）")}${full("续", 30)}。`,
      `${full("（二）")}${full("续", 30)}。`,
    ]);
  });

  test("also one whose number the font says as a radical", async () => {
    const flush = ["（⼀）", "（⼆）"].flatMap((begin, i) =>
      linesAt(79, 100 + i * 44.8, [full(begin), `${full("⼈⺠", 30)}。`]),
    );
    expect(paragraphs(await read(flush))).toEqual(
      ["（一）", "（二）"].map((begin) => `${full(begin)}${full("人民", 30)}。`),
    );
  });

  test("a title of two centred lines is one, its number is another", async () => {
    const title: Drawn[] = [
      { text: "关于推进某项工作高质量发展", x: 153, y: 100, size: 22 },
      { text: "的若干意见", x: 241, y: 135, size: 22 },
      { text: "某政发〔2025〕3 号", x: 240, y: 180 },
    ];
    expect(paragraphs(await read([...title, ...body(240, "甲"), ...body(324, "乙")]))).toEqual([
      "关于推进某项工作高质量发展的若干意见",
      "某政发〔2025〕3号",
      ...["甲", "乙"].map((begin) => `${full(begin, 29)}${full("续")}到此为止。`),
    ]);
  });

  test("the room beside figures is no space; one between Latin words is", async () => {
    const found = await read([
      { text: "2025 年 9 月底前建成 3 个 open", x: 79, y: 100 },
      { text: "data 平台", x: 79, y: 200 },
    ]);
    expect(paragraphs(found)).toEqual(["2025年9月底前建成3个open", "data平台"]);
  });
});

describe("what stands on every page", () => {
  const page = (number: number): Drawn[] => [
    { text: "某市人民政府文件", x: 240, y: 45, size: 9 },
    ...body(100, "甲"),
    { text: `— ${number} —`, x: 280, y: 800 },
  ];

  test("is left out and named", async () => {
    const found = await read(page(1), page(2), page(3));
    expect(paragraphs(found)).toHaveLength(3);
    expect(found.warnings).toEqual(
      [1, 2, 3].flatMap((number) => [
        { code: "page_furniture", page: number, words: "某市人民政府文件" },
        { code: "page_furniture", page: number, words: `—${number}—` },
      ]),
    );
  });

  test.each(["- 1 -", "第 1 页", "第1页 共3页", "1/3", "Page 1 of 3"])("%s", async (words) => {
    const found = await read([...body(100, "甲"), { text: words, x: 280, y: 800 }]);
    expect(paragraphs(found)).toHaveLength(1);
    expect(found.warnings).toMatchObject([{ code: "page_furniture" }]);
  });

  test("a figure in the text is none", async () => {
    const found = await read([...body(100, "甲"), { text: "1/3", x: 79, y: 400 }]);
    expect(paragraphs(found)).toHaveLength(2);
  });
});

test.each([
  ["GBK-EUC-H", "d5feb2dfcec4bcfe"],
  ["UniGB-UCS2-H", "653f7b5665874ef6"],
])("a font that is only named, its text in %s", async (encoding, codes) => {
  const drawn = drawnPdf([[{ text: "政策文件", x: 79, y: 100 }]]).toString("latin1");
  const named = drawn
    .replace("/Identity-H /Desc", `/${encoding} /Desc`)
    .replace(" /ToUnicode 5 0 R", "")
    .replace("(Identity)", "(GB1)")
    .replace(/<[0-9a-f]{16}>/, `<${codes}>`);
  expect(await readPdf(Buffer.from(named, "latin1"))).toMatchObject({ text: "政策文件" });
});

describe("what cannot be read", () => {
  test("is named: a page of pictures, text that is turned", async () => {
    const found = await read(
      body(100, "甲"),
      [],
      [...body(100, "乙"), { text: "内部资料", x: 200, y: 500, turned: true }],
    );
    expect(found.warnings).toEqual([
      { code: "page_without_text", page: 2 },
      { code: "text_hidden", page: 3, words: "内部资料" },
    ]);
  });

  test.each([
    ["a scan", drawnPdf([[], []]), { code: "file_scanned" }],
    ["no PDF", Buffer.from("政策"), { code: "file_type_refused", params: { found: "kind" } }],
    ["one cut off", drawnPdf([[]]).subarray(0, 400), { code: "file_damaged" }],
    [
      "one without pages",
      Buffer.from("%PDF-1.4\ntrailer <</Size 1>>\nstartxref\n0\n%%EOF\n"),
      { code: "file_damaged" },
    ],
    [
      "one that runs a script",
      drawnPdf([[]], "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"),
      { code: "file_type_refused", params: { found: "script" } },
    ],
    [
      "more pages than are read",
      drawnPdf(Array.from({ length: 501 }, () => [])),
      { code: "file_too_long", params: { most: "pages", count: 500 } },
    ],
    [
      "more text than a draft holds, on few pages",
      drawnPdf(
        Array.from({ length: 3 }, () => linesAt(20, 20, Array(400).fill("甲".repeat(400)), 1)),
      ),
      { code: "file_too_long", params: { most: "signs", count: 200_000 } },
    ],
    [
      "one that unpacks to more than a page draws",
      pdfOf([{ contents: packed("1 w 0 0 m\n".repeat(6_800_000)) }]),
      { code: "file_too_long", params: { most: "pages", count: 500 } },
    ],
    [
      "one array that takes all memory",
      pdfOf([{ contents: packed(`BT [${"1 ".repeat(30_000_000)}] TJ ET`) }]),
      { code: "file_too_long", params: { most: "pages", count: 500 } },
    ],
  ])("is refused: %s", { timeout: 30_000 }, async (_, bytes, refusal) => {
    expect(await readPdf(bytes)).toEqual(refusal);
  });
});

test("a paragraph of very many lines", { timeout: 60_000 }, () => {
  const line = "各市、县人民政府要加强组织领导，压实工作责任，";
  const text = Array.from({ length: 40_000 }, () => line).reduce(joined, "");
  expect(text).toHaveLength(40_000 * line.length);
  expect([joined("a", "b"), joined("甲", "b"), joined("a", "乙"), joined("", "b")]).toEqual([
    ...["a b", "甲b", "a乙", "b"],
  ]);
});

describe("the thread that reads", () => {
  const begun: Worker[] = [];
  const onWorker = (worker: Worker) => void begun.push(worker);
  beforeAll(() => void process.on("worker", onWorker));
  afterAll(() => void process.off("worker", onWorker));
  /** None is idle. */
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await isRead();
    endIdle();
    begun.length = 0;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const endIdle = () => vi.advanceTimersByTime(10_000);
  const isRead = async () => !("code" in (await readPdf(drawnPdf([body(100, "甲")]))));

  test("a file that comes as an idle one ends is read by another", async () => {
    await isRead();
    endIdle();
    expect(await isRead()).toBe(true);
  });

  test("so is one that comes as it ends by itself", async () => {
    await isRead();
    void begun[0]?.terminate();
    expect(await isRead()).toBe(true);
    expect(begun).toHaveLength(2);
  });

  test("reads one file after another, none after a damaged one", async () => {
    await isRead();
    await isRead();
    expect(begun).toHaveLength(1);
    await readPdf(Buffer.from("%PDF-1.4\ntrailer <</Size 1>>\nstartxref\n0\n%%EOF\n"));
    await isRead();
    expect(begun).toHaveLength(2);
  });

  test("is not too slow for what else the machine does", async () => {
    let passed = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      passed += 10_000;
      return passed;
    });
    expect(await isRead()).toBe(true);
  });
});
