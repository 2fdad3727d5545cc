import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

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

test("beside helpers of its own an item has the lead of its heading", () => {
  const heading = "一、水利（牵头单位：县水利局）";
  const given = [
    { words: "修渠。（配合单位：县财政局）", under: [heading] },
    { words: "植树。（责任单位：县林业局）", under: [heading] },
  ];
  expect(ownersIn([heading, ...given.map(({ words }) => words)], given)).toEqual([
    "L县水利局 C县财政局 (inherited)",
    "L县林业局",
  ]);
});
