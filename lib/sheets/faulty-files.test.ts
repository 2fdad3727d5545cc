import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { auditEvents } from "@/db/schema/audit";
import { departments, users } from "@/db/schema/people";
import { registrations } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import { readTask } from "@/db/seed/demo-reads";
import { draftOf, typedTask } from "@/db/testing/registrations.fixture";
import { company, now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import type { Fault } from "@/lib/domain/sheets/tables";
import messages from "@/messages/zh-CN.json";
import vectors from "./faulty-files.vectors.json";
import { confirmSheet, csvFile, type SheetFile, uploadSheet } from "./sheets.fixture";

// Bar 3: each of these files gets an error that names the cell and what to do, and nothing is written.

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let draftId: string;
let task: Awaited<ReturnType<typeof readTask>>;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  task = await readTask("AIR-10.1");
  draftId = (await draftOf(actor("director"), "扬尘", [typedTask()], now)).id;
});
afterAll(() => db.close());

const written = () =>
  Promise.all([departments, users, tasks, registrations].map((table) => db.owner.$count(table)));

const excel = async (data: (string | null | object)[][]): Promise<SheetFile> => ({
  name: "表.xlsx",
  bytes: await writeExcelFile(
    data.map((row) =>
      row.map((value) => (typeof value === "string" ? { value, type: String } : value)),
    ) as never,
  ).toBuffer(),
});

type Make = () => SheetFile | Promise<SheetFile>;
type Kind = "units" | "people" | "tasks" | "drafts";
type Case = { name: string; kind: Kind; cell: string; code: string; make: Make };

const personHead = ["用户名", "姓名", "单位", "角色"];
/** Of a task of the seed: its code and title are put in where the rows name them. */
const filled = (text: string) => text.replace("$code", task.code).replace("$title", task.title);

const cases: Case[] = [
  ...vectors.map(({ kind, rows, ...rest }) => ({
    ...rest,
    kind: kind as Kind,
    make: () => csvFile(rows.map((row) => row.map(filled))),
  })),
  {
    name: "quotation marks stay open",
    ...{ kind: "people", cell: "A2", code: "quotes_open" },
    make: () => ({ name: "a.csv", bytes: Buffer.from(`${personHead.join(",")}\n"li,李明\n`) }),
  },
  {
    name: "an Excel date with a time of day",
    ...{ kind: "tasks", cell: "B2", code: "day_unreadable" },
    make: () => {
      const value = new Date(Date.UTC(2024, 11, 30, 9, 30));
      const day = { value, type: Date, format: "yyyy-mm-dd hh:mm" };
      return excel([
        ["编号", "完成时限"],
        [task.code, day],
      ]);
    },
  },
  {
    name: "a number where a role belongs",
    ...{ kind: "people", cell: "D2", code: "choice_unknown" },
    make: () => excel([personHead, ["li.ming", "李明", "省财政厅", { value: 3, type: Number }]]),
  },
  {
    name: "merged cells",
    ...{ kind: "people", cell: "C2", code: "merged" },
    make: () => {
      const unit = { value: "省财政厅", type: String, rowSpan: 2 };
      return excel([
        personHead,
        ["li.ming", "李明", unit, "承办人"],
        ["wang.fang", "王芳", null, "承办人"],
      ]);
    },
  },
  {
    name: "a formula that was never calculated",
    ...{ kind: "people", cell: "B2", code: "formula_failed" },
    make: () => {
      const formula = { value: "A2&A3", type: "Formula" };
      return excel([personHead, ["li.ming", formula, "省财政厅", "承办人"]]);
    },
  },
];

const wholeFiles: [name: string, code: string, make: Make][] = [
  ["an empty file", "file_damaged", () => ({ name: "a.csv", bytes: Buffer.alloc(0) })],
  [
    "a picture by the name of a sheet",
    "sheet_kind",
    () => ({ name: "a.xlsx", bytes: Buffer.from("\x89PNG\r\n\x1a\n0000") }),
  ],
  [
    "an old Excel file",
    "sheet_kind",
    () => ({ name: "a.xls", bytes: Buffer.from("d0cf11e0a1b11ae1", "hex") }),
  ],
  [
    "an encrypted file",
    "file_type_refused",
    () => ({
      name: "a.xlsx",
      bytes: Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.from("EncryptedPackage\0", "utf16le"),
      ]),
    }),
  ],
  [
    "bytes that are no text",
    "sheet_kind",
    () => ({ name: "a.csv", bytes: gzipSync("a".repeat(999)) }),
  ],
  [
    "half an Excel file",
    "file_damaged",
    async () => {
      const { name, bytes } = await excel([personHead, ["li.ming", "李明", "省财政厅", "承办人"]]);
      return { name, bytes: bytes.subarray(0, 900) };
    },
  ],
  [
    "more than fits",
    "file_too_large",
    () => ({ name: "a.csv", bytes: Buffer.alloc(4 * 1024 * 1024 + 1, "a") }),
  ],
];

const codeOf = (fault: Fault) =>
  "fault" in fault ? fault.fault : "refusal" in fault ? fault.refusal : fault.validation;
const whoseIs = {
  units: "system-admin",
  people: "system-admin",
  tasks: "system-admin",
  drafts: "director",
};

async function faultsOf(kind: Kind, make: Make) {
  const who = actor(whoseIs[kind]);
  const of = kind === "tasks" ? task.planSlug : kind === "drafts" ? draftId : "";
  const before = await written();
  const sent = await uploadSheet(who, { kind, of }, await make());
  const events = await db.owner.$count(auditEvents);
  expect(await refusalOf(confirmSheet(who, sent))).toMatchObject({ code: "sheet_faulty" });
  expect([await written(), await db.owner.$count(auditEvents)]).toEqual([before, events]);
  return sent.plan.faults;
}

test("there are forty of them, each with words of its own for what to do", () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
  const remedies: Record<string, string> = messages.work.sheets.remedies;
  const asked = new Set(cases.map(({ code }) => code));
  const required = /_required$/;
  expect([...asked].filter((code) => !remedies[code] && !required.test(code))).toEqual([]);
});

describe("a faulty file is told by its cell, and nothing is written", () => {
  test.each(cases)("$name", async ({ kind, cell, code, make }) => {
    const faults = await faultsOf(kind, make);
    expect(faults.map((fault) => [fault.cell, codeOf(fault)])).toContainEqual([cell, code]);
  });

  test.each(wholeFiles)("%s", async (_, code, make) => {
    const faults = await faultsOf("people", make);
    expect(faults.map((fault) => [fault.cell, codeOf(fault)])).toEqual([["", code]]);
  });
});
