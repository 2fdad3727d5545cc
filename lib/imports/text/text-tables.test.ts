import { expect, test } from "vitest";
import { tableAt } from "./text-tables";

const at = (...lines: string[]) => {
  const found = tableAt(lines, 0);
  return (
    found && { rows: found.table.rows.map((row) => row.map(({ text }) => text)), next: found.next }
  );
};

test("lines with as many cells are a table; an empty cell stays empty", () => {
  const rows = at(
    "序号\t任务\t牵头单位",
    "1\t治理扬尘\t市住建局",
    "2\t治理扬尘\t",
    "\t秸秆禁烧\t",
    "附则",
  );
  expect(rows).toEqual({
    rows: [
      ["序号", "任务", "牵头单位"],
      ["1", "治理扬尘", "市住建局"],
      ["2", "治理扬尘", ""],
      ["", "秸秆禁烧", ""],
    ],
    next: 4,
  });
  expect(tableAt(["a\tb", "\tc"], 0)?.table.rows[1]).toEqual([
    { text: "", column: 0 },
    { text: "c", column: 1 },
  ]);
});

test("a row whose last cells were cut off belongs to it", () => {
  expect(at("序号\t任务\t单位\t备注", "1\t治理扬尘")?.next).toBe(2);
});

test("a numbered heading between rows is of the table; one above the next table is not", () => {
  const head = "序号\t任务\t单位";
  const rows = [head, "一、治理扬尘", "1\t洒水\t市住建局"];
  expect(at(...rows, "二、禁烧秸秆", "2\t巡查\t市农业局")?.next).toBe(5);
  expect(at(...rows, "二、禁烧秸秆", head, "1\t巡查\t市农业局")?.next).toBe(3);
  expect(at(...rows, "二、禁烧秸秆", "各县抓好落实。")?.next).toBe(3);
});

test("one line, or lines that a tab indents, are none", () => {
  expect(at("附件\t分工表", "正文")).toBeNull();
  expect(at("\t一、加强领导。", "\t二、落实责任。")).toBeNull();
  expect(at("a\tb\tc", "\t各单位要落实")).toBeNull();
});
