import { expect, test } from "vitest";
import { columnLetter, readDay, readTable, type SheetWords } from "./tables";
import { UnitBook } from "./unit-book";

const words: SheetWords = {
  headings: { username: "用户名", person: "姓名", unit: "单位", role: "角色", post: "职务" },
  choices: { role: { official: "承办人", head: "单位负责人" } },
};

test("columns are lettered as a spreadsheet letters them", () => {
  expect([0, 25, 26, 27, 51, 52].map(columnLetter)).toEqual(["A", "Z", "AA", "AB", "AZ", "BA"]);
});

test("a day is read as people write it, and no other", () => {
  for (const text of [
    "2024-05-31",
    "2024/5/31",
    "2024.5.31",
    "2024年5月31日",
    "20240531",
    "２０２４-05-31",
  ])
    expect([text, readDay(text)]).toEqual([text, "2024-05-31"]);
  for (const text of ["2024-02-30", "5月31日", "45443", "31/5/2024", "2024-05-31 09:30", "年底"])
    expect([text, readDay(text)]).toEqual([text, null]);
});

test("columns stand in any order, headings in any width, and rows keep their numbers past blank ones", () => {
  const rows = [
    ["角 色", "姓名", "用户名", "", "单位"],
    ["承办人", " 李明 ", "li.ming", "", "省财政厅"],
    ["", "  "],
    ["单位负责人", "王芳", "wang", "", "省能源局"],
    [""],
  ];
  const { table, faults } = readTable({ rows }, "people", words);
  expect(faults).toEqual([]);
  expect(table.letters).toEqual({ role: "A", person: "B", username: "C", unit: "E" });
  expect(table.rows).toEqual([
    {
      number: 2,
      cells: { role: "official", person: "李明", username: "li.ming", unit: "省财政厅" },
    },
    { number: 4, cells: { role: "head", person: "王芳", username: "wang", unit: "省能源局" } },
  ]);
});

test("a unit is found by its name before a short name, that before an alias, and two of a kind are ambiguous", () => {
  const unit = (id: string, name: string, shortName: string | null, aliases: string[] = []) =>
    ({ id, name, shortName, aliases, kind: "department" }) as const;
  const book = new UnitBook([
    unit("1", "甲市统计局", "统计局"),
    unit("2", "乙市统计局", "统计局", ["甲市统计局"]),
    unit("3", "省统计局", null, ["省局"]),
  ]);
  const called = (name: string) => book.called(name).map(({ id }) => id);
  expect(called("甲市 统计局")).toEqual(["1"]);
  expect(called("统计局")).toEqual(["1", "2"]);
  expect(called("省局")).toEqual(["3"]);
  expect(called("没有的局")).toEqual([]);
});
