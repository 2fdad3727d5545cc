import { describe, expect, test } from "vitest";
import { joinWrapped } from "./wrapped-lines";

/** Breaks paragraphs after so many signs, the first line by two signs of indent less. */
const broken = (signs: number, indent: string, ...paragraphs: string[]) =>
  paragraphs.flatMap((paragraph) => {
    const all = [...(indent + paragraph)];
    return Array.from({ length: Math.ceil(all.length / signs) }, (_, i) =>
      all.slice(i * signs, (i + 1) * signs).join(""),
    );
  });
const paragraphs = [
  "为贯彻落实国务院《空气质量持续改善行动计划》，深入打好蓝天保卫战，推动空气质量持续改善，制定本方案。",
  "一是深入推进产业结构优化调整。严格高能耗、高排放项目准入，持续推进重点行业优化升级，加快落后产能淘汰。",
  "二是深入推进能源结构优化调整。提高新能源和清洁能源消费比重，严格控制煤炭消费总量，推进关停整合。",
];

describe("lines broken at an edge come together", () => {
  test("of a narrow newspaper column, paragraphs by their indent", () => {
    const lines = broken(16, "　　", ...paragraphs);
    expect(joinWrapped(lines).map((line) => line.trim())).toEqual(paragraphs);
  });

  test("of a mail, paragraphs by blank lines", () => {
    const lines = paragraphs.flatMap((paragraph) => [...broken(20, "", paragraph), ""]);
    expect(joinWrapped(lines).filter((line) => line !== "")).toEqual(paragraphs);
  });

  test("paragraphs by their labels only", () => {
    expect(joinWrapped(broken(18, "", ...paragraphs))).toEqual(paragraphs);
  });

  test("all of it indented by a margin", () => {
    const lines = broken(16, "　　", ...paragraphs).map((line) => `    ${line}`);
    expect(joinWrapped(lines).map((line) => line.trim())).toEqual(paragraphs);
  });

  test("words of letters keep a space between them", () => {
    const words =
      "The plan is to improve the quality of air, and every unit has to report by the end of each month, "
        .repeat(3)
        .trim();
    const lines = words.match(/.{1,40}(?: |$)/g)?.map((line) => line.trim()) ?? [];
    expect(lines.length).toBeGreaterThan(6);
    expect(joinWrapped(lines)).toEqual([words]);
  });
});

describe("lines that are paragraphs stay apart", () => {
  test.each([
    ["long ones", paragraphs],
    [
      "headings of much the same length",
      [
        "一、加快产业结构转型升级",
        "二、加快能源结构转型升级",
        "三、加快交通结构转型升级",
        "四、加快用地结构转型升级",
      ],
    ],
    [
      "a list of names, as wide as each other",
      [
        "李干杰　　生态环境部部长，组长",
        "赵英民　　生态环境部副部长，员",
        "张　勇　　发展改革委副主任，员",
      ].map((line) => `${line}。`),
    ],
    ["short sentences", ["加强领导。", "落实责任，按时报送。", "严格考核，通报结果。"]],
  ])("%s", (_, lines) => {
    expect(joinWrapped(lines)).toEqual(lines);
  });
});
