import { expect, test } from "vitest";
import { ownersIn, ownersOfText } from "./owners.fixture";

test("a bracket goes before the sentences", () => {
  expect(ownersOfText("县教育局要制定细则。（县财政局负责）")).toBe("L县财政局");
});

test("the first comma ends the leads, unless the document says that the first one leads", () => {
  const list = "修路。（县交通局、县财政局，县水利局）";
  expect(ownersOfText(list)).toBe("L县交通局 M县财政局 C县水利局");
  const rule = "列第一位的为牵头单位，下同";
  expect(ownersOfText(`修路。（县交通局、县财政局，县水利局。${rule}）`)).toBe(
    "L县交通局 C县财政局 C县水利局",
  );
});

test("what names nobody has what introduces its list or the bracket of its heading; what the lead-in only tells does not count", () => {
  const paragraphs = [
    "三、任务（县水利局负责）",
    "试点地区要做好以下工作：",
    "修渠。",
    "县教育局已完成普查：",
    "植树。",
  ];
  const given = [
    {
      words: "修渠。",
      under: ["三、任务（县水利局负责）"],
      introducedBy: ["试点地区要做好以下工作："],
    },
    {
      words: "植树。",
      under: ["三、任务（县水利局负责）"],
      introducedBy: ["县教育局已完成普查："],
    },
  ];
  expect(ownersIn(paragraphs, given)).toEqual(["I试点地区 (inherited)", "L县水利局 (inherited)"]);
});

test("parts have what their item has; an item whose parts have their own has none itself", () => {
  const paragraphs = [
    "加强服务。（县教育局负责）一是修路。二是修桥。",
    "加强监管。",
    "修渠。（县水利局负责）",
  ];
  const given = [
    { words: "加强服务。（县教育局负责）" },
    { words: "修路。", parent: 0 },
    { words: "加强监管。" },
    { words: "修渠。（县水利局负责）", parent: 2 },
  ];
  expect(ownersIn(paragraphs, given)).toEqual([
    "L县教育局",
    "L县教育局 (inherited)",
    "-",
    "L县水利局",
  ]);
});

test("an item that our own county does has nobody from above", () => {
  const given = [
    { words: "县教育局要开展评选。" },
    { words: "6月，我县对先进予以表扬。", parent: 0 },
  ];
  expect(ownersIn(["县教育局要开展评选。6月，我县对先进予以表扬。"], given)).toEqual([
    "L县教育局",
    "-",
  ]);
});
