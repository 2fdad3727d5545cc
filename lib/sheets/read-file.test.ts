import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readSheetFile } from "./read-file";
import { writeSheetFile } from "./write-file";

const rows = [
  ["名称", "类别"],
  ["省粮食和储备局", "政府部门"],
];
const text = rows.map((row) => row.join(",")).join("\r\n");

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
  [
    "UTF-16, as Excel saves Unicode text",
    Buffer.from(`\ufeff${text.replaceAll(",", "\t")}`, "utf16le"),
  ],
  ["GB18030, as Excel in Chinese saves CSV", iconv.encode(text, "gb18030")],
])("a CSV file in %s", async (_, bytes) => {
  expect(await readSheetFile("单位.csv", bytes)).toEqual({ rows });
});

const awkward = [
  "=1+1",
  "'=1+1",
  "''-2",
  "+86 351",
  "@a",
  "'quoted'",
  '"双引号", 逗号',
  "两\n行",
  "00123",
  "-",
  "＝全角",
];

test.each(["csv", "xlsx"] as const)(
  "what looks like a formula comes back from %s as it was",
  async (format) => {
    const cells = awkward.map((post, i) => ({ username: `u${i}`, person: "李明", post }));
    const bytes = await writeSheetFile("people", cells, format);
    const grid = await readSheetFile(`人员.${format}`, bytes);
    const read = "rows" in grid ? grid.rows.slice(1, awkward.length + 1) : [];
    expect(read.map((row) => row[4])).toEqual(awkward);
    if (format === "csv") expect(bytes.toString()).not.toMatch(/(^|,)"?[=+@-]/m);
  },
);
