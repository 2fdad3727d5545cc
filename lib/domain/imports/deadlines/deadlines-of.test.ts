import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import vectors from "@/lib/domain/calendar/work-days.vectors.json" with { type: "json" };
import { type Cell, type ReadPart, readDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { deadlinesOf } from "./deadlines-of";
import { deadlinesIn, timesIn } from "./times.fixture";

const facts = {
  ...{ title: null, planTitle: null, number: null, issuer: null, dated: null },
  datedOn: "2025-09-22",
};
const bareItem = {
  ...{ kind: "measure", parent: null, cells: {}, headings: [], leadIns: [], evidence: [] },
  isOptional: false,
} satisfies Partial<Item>;

/** The words of the deadlines of each item; an item is given by words of its quote. */
function wordsOf(parts: ReadPart[], items: (Partial<Item> & { says: string; row?: number })[]) {
  const document = readDocument(parts);
  const cells = document.blocks.filter((block): block is Cell => block.kind === "cell");
  const made = items.map(({ says, row, ...rest }, i): Item => {
    const start = document.text.indexOf(says);
    const quote = { start, end: start + says.length };
    const deadline = cells.filter((cell) => cell.row === row && cell.column === 1);
    return {
      ...{ ...bareItem, path: `表/${i}`, title: quote, quotes: [quote] },
      cells:
        row === undefined
          ? {}
          : { content: cells.filter((cell) => cell.row === row && cell.column === 0), deadline },
      ...rest,
    };
  });
  return deadlinesOf(document, made, facts, calendar).map((deadlines) =>
    deadlines.map(({ words: { start, end } }) => document.text.slice(start, end)),
  );
}
const table = (...rows: string[][]): ReadPart => ({
  kind: "table",
  rows: rows.map((cells) => cells.map((text, column) => ({ text, column }))),
});
const paragraph = (text: string): ReadPart => ({ kind: "paragraph", text });

test("the window of a stage is of its items, a part leaves it to its item", () => {
  const heading = { start: 0, end: 20 };
  const parts = [
    paragraph("动员阶段（2025年3月1日至4月2日）"),
    paragraph("召开会议。"),
    paragraph("建立台账。"),
  ];
  const under = { headings: [heading] };
  expect(
    wordsOf(parts, [
      { says: "召开会议", ...under },
      { says: "建立台账", ...under, parent: 0 },
    ]),
  ).toEqual([[], []]);
  expect(wordsOf(parts, [{ says: "召开会议", ...under }])).toEqual([["2025年3月1日至4月2日"]]);
});

describe("a time column", () => {
  test("an empty cell and 同上 say what the one above says, another's words nothing", () => {
    expect(
      wordsOf(
        [table(["建厂", "12月底前"], ["建校", ""], ["建桥", "同上"], ["建库", "按部署推进"])],
        [
          { says: "建厂", row: 0 },
          { says: "建校", row: 1 },
          { says: "建桥", row: 2 },
          { says: "建库", row: 3 },
        ],
      ),
    ).toEqual([["12月底前"], ["12月底前"], ["12月底前"], []]);
  });

  test("a cell that names the parts is split between them", () => {
    const cell = "（1）2025年11月底前；（2）2026年6月底前；（3）长期坚持";
    const parts = ["排查", "改造", "巡查"];
    expect(
      wordsOf(
        [table(["全部改造。（1）排查。（2）改造。（3）巡查。", cell])],
        [
          { says: "全部改造", row: 0, path: "表/1" },
          ...parts.map((says, i) => ({
            ...{ says: `${says}。`, parent: 0, path: `表/1/（${i + 1}）` },
            kind: "submeasure" as const,
          })),
        ],
      ),
    ).toEqual([[], ["2025年11月底前"], ["2026年6月底前"], ["长期坚持"]]);
  });

  test("one for the whole row stays with the row", () => {
    expect(
      wordsOf(
        [table(["全覆盖。（1）补齐容器。（2）建立办法。", "收到本方案之日起60日内"])],
        [
          { says: "全覆盖", row: 0, path: "表/6" },
          { says: "补齐容器", parent: 0, path: "表/6/（1）" },
          { says: "建立办法", parent: 0, path: "表/6/（2）" },
        ],
      ),
    ).toEqual([["收到本方案之日起60日内"], [], []]);
  });

  test("it stands beside what the row's own words say", () => {
    expect(
      wordsOf(
        [table(["每年6月底前完成一轮检查", "2025年10月底前完成；专项检查持续推进"])],
        [{ says: "每年6月底前完成一轮检查", row: 0 }],
      ),
    ).toEqual([["每年6月底前", "2025年10月底前", "持续推进"]]);
  });
});

test("the same time in the body and in the table is one", () => {
  const document = readDocument([paragraph("12月底前建校。"), table(["建校", "12月底前"])]);
  const [body, , cell] = document.blocks;
  if (body?.kind !== "paragraph" || cell?.kind !== "cell") throw new Error("read otherwise");
  const quotes: Item["quotes"] = [body, cell];
  const item: Item = { ...bareItem, path: "一", title: body, quotes, cells: { deadline: [cell] } };
  expect(deadlinesOf(document, [item], facts, calendar)[0]).toHaveLength(1);
});

test("two names of the same day in one place are both kept, the same words once", () => {
  const goal = timesIn("到2025年，建成10个。“十四五”末，达到90%；到2025年，再建10个。", {
    kind: "goal",
  });
  expect(goal.map((each) => each.split(" | ")[0])).toEqual(["到2025年", "“十四五”末"]);
});

describe("a sentence outside the items", () => {
  test("以上任务 belongs to the whole list that it closes", () => {
    const list = [{ says: "摸底数。" }, { says: "建台账。" }];
    expect(
      wordsOf(
        [
          paragraph("摸底数。"),
          paragraph("建台账。"),
          paragraph("以上任务须在2025年12月底前完成。"),
        ],
        list,
      ),
    ).toEqual([["2025年12月底前"], ["2025年12月底前"]]);
  });

  test("截止时间 belongs to the item before it, another sentence to none", () => {
    expect(
      wordsOf(
        [paragraph("开展申报工作。截止时间为2025年10月25日。2025年11月底前公布的名单另发。")],
        [{ says: "开展申报工作。" }],
      ),
    ).toEqual([["2025年10月25日"]]);
  });
});

test("what says no time itself has the window of its stage", () => {
  const heading = "（一）动员部署阶段（2025年3月至4月）";
  expect(timesIn("召开动员会。", { heading })).toEqual([
    "2025年3月至4月 | range | 2025-03-01..2025-04-30 | month",
  ]);
  expect(timesIn("4月10日前召开动员会。", { heading })).toHaveLength(1);
  expect(timesIn("召开动员会。", { heading: "（一）建设社区（2025年试点）" })).toEqual([]);
  expect(timesIn("招引人才。", { heading: "实施“英才计划”（2026年1月至6月）" })).toEqual([]);
});

test("the adverb of a cycle is no time beside the day of it", () => {
  expect(timesIn("按月通报进展。")).toHaveLength(1);
  expect(timesIn("按月通报进展，每月5日前报送清单。")).toHaveLength(1);
  expect(timesIn("每月通报进展，每月5日前报送清单。")).toHaveLength(2);
});

test.each(vectors.added)("$workdays working days from an issue on $from", (vector) => {
  const words = `自本通知印发之日起${vector.workdays}个工作日内报送`;
  expect(deadlinesIn(words, { datedOn: vector.from })[0]?.end).toBe(vector.due);
});

test("a month from the day of issue ends on the corresponding day, or the month's last", () => {
  const end = (datedOn: string, words: string) => deadlinesIn(words, { datedOn })[0]?.end;
  expect(end("2025-01-31", "印发之日起1个月内报送")).toBe("2025-02-28");
  expect(end("2024-12-15", "印发之日起2个月内报送")).toBe("2025-02-15");
});

test("whatever stands in a document, a deadline's words are its own, in order, and a window does not run backwards", () => {
  const scraps = fc.constantFrom(
    ...[
      "印发之日起",
      "自",
      "99999999",
      "30",
      "日",
      "个工作日内",
      "2025",
      "年",
      "底前",
      "6",
      "月",
      "每",
      "季度",
      "末",
    ],
    ...[
      "至",
      "—",
      "上旬",
      "（",
      "）",
      "；",
      "。",
      "，",
      "\n",
      "\t",
      "十四五",
      "期间",
      "《",
      "》",
      "前",
      "到",
      "全",
      "汛期",
    ],
  );
  fc.assert(
    fc.property(
      fc.array(scraps, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      (words, isCell) => {
        const text = words.join("").trim();
        fc.pre(text !== "");
        let after = 0;
        for (const { words: place, start, end } of deadlinesIn(text, { isCell })) {
          expect(place.start).toBeGreaterThanOrEqual(after);
          expect(place.end).toBeGreaterThan(place.start);
          expect(place.end).toBeLessThanOrEqual(text.length);
          if (start !== null && end !== null) expect(start <= end).toBe(true);
          after = place.end;
        }
      },
    ),
    { numRuns: 500 },
  );
});
