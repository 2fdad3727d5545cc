import { randomUUID } from "node:crypto";
import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { editAccount } from "@/db/mutations/people/managed-accounts";
import { grantRole } from "@/db/mutations/people/roles";
import { issueStartCodes } from "@/db/mutations/sheets/start-codes";
import { importedAccounts, sheetUpload } from "@/db/queries/sheets/uploads";
import { auditEvents } from "@/db/schema/audit";
import { departmentNames, departments, users } from "@/db/schema/people";
import { registrations } from "@/db/schema/registrations";
import { readTask } from "@/db/seed/demo-reads";
import { draftOf, typedTask } from "@/db/testing/registrations.fixture";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { confirmSheet, csvFile, exportedFile, uploadSheet } from "./sheets.fixture";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
  db = await testDatabase();
  actor = await company();
  // Not one of the demo's, whose accounts share a password.
  admin = { ...actor("system-admin"), isDemo: false };
});
afterAll(() => db.close());

const units = { kind: "units", of: "" } as const;
const people = { kind: "people", of: "" } as const;
const eventsOf = async (type: string) => db.owner.$count(auditEvents, eq(auditEvents.type, type));
const unitNamed = async (name: string) => {
  const [unit] = await database().select().from(departments).where(eq(departments.name, name));
  if (!unit) throw new Error(`No unit ${name}`);
  return unit;
};

const newUnits = csvFile([
  ["名称", "简称", "类别", "上级单位", "别名", "电话"],
  ["试点县生态环境分局", "试点分局", "县区", "试点市", "", "0350-1234567"],
  ["试点市人民政府", "试点市", "市", "山西省人民政府", "试点、示范市", ""],
]);

test("new units stand below units of the same file, with the events of acts by hand, and come once", async () => {
  const before = await eventsOf("unit.created");
  const sent = await uploadSheet(admin, units, newUnits);
  expect(sent.plan).toMatchObject({ faults: [], made: [{ row: 2 }, { row: 3 }], changed: [] });
  const told: [number, number][] = [];
  const counts = await confirmSheet(admin, sent, (done, of) => told.push([done, of]));
  expect(counts).toEqual({ made: 2, changed: 0, removed: 0, unchanged: 0 });
  expect(told).toEqual([[2, 2]]);
  const [county, city] = [await unitNamed("试点县生态环境分局"), await unitNamed("试点市人民政府")];
  expect(county).toMatchObject({ parentId: city.id, contactPhone: "0350-1234567" });
  expect(city.aliases).toEqual(["试点", "示范市"]);
  expect(await eventsOf("unit.created")).toBe(before + 2);
  // The same press again, and the same file again.
  expect(await confirmSheet(admin, sent)).toEqual(counts);
  const again = await uploadSheet(admin, units, newUnits);
  expect(again.plan).toMatchObject({ made: [], changed: [], unchanged: 2 });
});

test("edited units are renamed from today on, moved and edited, each with its event", async () => {
  const file = await exportedFile(admin, units, "xlsx", (rows) =>
    rows.map((cells) =>
      cells.name === "省林草局"
        ? {
            ...cells,
            name: "省林业和草原局",
            parent: "省自然资源厅",
            sortOrder: "77",
            phone: "0351-7654321",
          }
        : cells,
    ),
  );
  const sent = await uploadSheet(admin, units, file);
  expect(sent.plan).toMatchObject({ faults: [], made: [], changed: [{ name: "省林草局" }] });
  await confirmSheet(admin, sent);
  const unit = await unitNamed("省林业和草原局");
  const above = await unitNamed("省自然资源厅");
  expect(unit).toMatchObject({ parentId: above.id, sortOrder: 77, contactPhone: "0351-7654321" });
  const names = await database()
    .select()
    .from(departmentNames)
    .where(eq(departmentNames.departmentId, unit.id));
  expect(names.map(({ name, fromOn }) => [name, fromOn])).toContainEqual(["省林业和草原局", today]);
  expect(names).toHaveLength(2);
  for (const type of ["unit.renamed", "unit.moved", "unit.edited"])
    expect([type, await eventsOf(type)]).not.toEqual([type, 0]);
});

test("the English name of a unit comes and goes by its column; another name takes it away unless it is translated too", async () => {
  const bring = async (change: object) =>
    uploadSheet(
      admin,
      units,
      await exportedFile(admin, units, "xlsx", (rows) =>
        rows.map((cells) => (cells.code === "postal" ? { ...cells, ...change } : cells)),
      ),
    );
  const named = async (change: object) => {
    await confirmSheet(admin, await bring(change));
    const { name, nameEn } = departments;
    const is = eq(departments.code, "postal");
    return (await database().select({ name, nameEn }).from(departments).where(is))[0];
  };
  expect(await named({ nameEn: "Mail" })).toMatchObject({ nameEn: "Mail" });
  expect(await named({ name: "省邮局" })).toEqual({ name: "省邮局", nameEn: null });
  const both = { name: "省邮政局", nameEn: "Post" };
  expect(await named(both)).toEqual(both);
  const { faults } = (await bring({ nameEn: "13812345678" })).plan;
  expect(faults).toMatchObject([{ refusal: "personal_data" }]);
});

const staff = (count: number) =>
  csvFile([
    ["用户名", "姓名", "单位", "角色", "邮箱"],
    ...Array.from({ length: count }, (_, i) => [
      `Staff${i}`,
      `人员${i}`,
      "省财政厅",
      "承办人",
      `s${i}@example.cn`,
    ]),
  ]);

test("new people wait for their role, get start codes together, and come once", async () => {
  const sent = await uploadSheet(admin, people, staff(600));
  const told: [number, number][] = [];
  expect(await confirmSheet(admin, sent, (done, of) => told.push([done, of]))).toMatchObject({
    made: 600,
  });
  expect(told).toEqual([
    [500, 600],
    [600, 600],
  ]);
  const rows = await database().select().from(users).where(like(users.username, "staff%"));
  expect(rows).toHaveLength(600);
  expect(
    rows.every(({ roleGrantedById, role }) => roleGrantedById === null && role === "official"),
  ).toBe(true);
  const input = { key: randomUUID(), importId: sent.id, mails: true };
  expect(await issueStartCodes(admin, input, now)).toEqual({ issued: 600, mailed: 0 });
  const listed = await importedAccounts(admin, sent.id);
  expect(new Set(listed?.map(({ code }) => code)).size).toBe(600);
  // Somebody else gets neither the upload nor its codes.
  const other = { ...admin, id: randomUUID() };
  expect(await sheetUpload(database(), other, sent.id)).toBeUndefined();
  expect(await importedAccounts(other, sent.id)).toBeUndefined();
  expect(await refusalOf(issueStartCodes(other, { ...input, key: randomUUID() }, now))).toEqual({
    code: "not_found",
  });
  // Their roles are granted as any other's.
  const key = randomUUID();
  const granted = await grantRole(actor("security-admin"), { key, userId: rows[0]?.id ?? "" }, now);
  expect(granted).toEqual({ role: "official" });
  const again = await uploadSheet(admin, people, staff(600));
  expect(again.plan).toMatchObject({ made: [], changed: [], unchanged: 600 });
});

test("what changed since the preview is not overwritten", async () => {
  const file = await exportedFile(admin, people, "csv", (rows) =>
    rows.map((cells) =>
      cells.username === "ecology-official" ? { ...cells, post: "科长" } : cells,
    ),
  );
  const sent = await uploadSheet(admin, people, file);
  expect(sent.plan.changed).toHaveLength(1);
  const [account] = await database()
    .select()
    .from(users)
    .where(eq(users.username, "ecology-official"));
  if (!account) throw new Error("No account");
  const { id: userId, version, displayName: name } = account;
  const edit = { key: randomUUID(), userId, version, name, post: "处长", email: "", phone: "" };
  await editAccount(admin, edit, now);
  expect(await refusalOf(confirmSheet(admin, sent))).toEqual({ code: "sheet_changed" });
  const [after] = await database().select().from(users).where(eq(users.id, userId));
  expect(after?.post).toBe("处长");
});

test("rows of tasks are assigned by the rules of the board, all or none", async () => {
  const task = await readTask("AIR-01.1");
  const place = { kind: "tasks", of: task.planSlug } as const;
  const edit = (dueOn: string) =>
    exportedFile(admin, place, "xlsx", (rows) =>
      rows.map((cells) =>
        cells.assigned === "no"
          ? { ...cells, lead: "省财政厅", dueOn: cells.dueOn || dueOn, assigned: "yes" }
          : cells,
      ),
    );
  const late = await uploadSheet(admin, place, await edit("2024-01-01"));
  const sent = await uploadSheet(admin, place, await edit("2024-12-31"));
  expect(late.plan.faults.every(({ cell }) => /^[A-H]\d+$/.test(cell))).toBe(true);
  expect(sent.plan.faults).toEqual([]);
  const count = sent.plan.changed.length;
  expect(count).toBeGreaterThan(0);
  const before = await eventsOf("task.assigned");
  expect(await confirmSheet(admin, sent)).toMatchObject({ changed: count });
  expect(await eventsOf("task.assigned")).toBe(before + count);
});

test("the rows of a draft's sheet become its tasks", async () => {
  const director = actor("director");
  const draft = await draftOf(director, "扬尘", [typedTask(), typedTask({ title: "重复的" })], now);
  const place = { kind: "drafts", of: draft.id } as const;
  const file = await exportedFile(director, place, "csv", ([first]) => [
    { ...first, dueOn: "2024-07-31", lead: "省生态环境厅" },
    {
      ...first,
      title: "道路清扫",
      titleEn: "Sweep the roads",
      quote: "长期坚持道路清扫",
      deadlineVerbatim: "长期坚持",
      deadlineKind: "ongoing",
      dueOn: "",
    },
  ]);
  const sent = await uploadSheet(director, place, file);
  expect(sent.plan).toMatchObject({
    faults: [],
    made: [{ row: 3 }],
    changed: [{ row: 2 }],
    removed: ["重复的"],
  });
  expect(await confirmSheet(director, sent)).toMatchObject({ made: 1, changed: 1, removed: 1 });
  const [after] = await database()
    .select({ tasks: registrations.tasks })
    .from(registrations)
    .where(eq(registrations.id, draft.id));
  expect(after?.tasks.map(({ titleEn }) => titleEn)).toEqual(["", "Sweep the roads"]);
});

test("only who may do the act by hand may bring in its sheet", async () => {
  for (const username of ["ecology-official", "director", "security-admin", "leader"])
    expect([username, await refusalOf(uploadSheet(actor(username), people, staff(1)))]).toEqual([
      username,
      { code: "not_allowed" },
    ]);
  const draft = await draftOf(actor("director"), "扬尘", [typedTask()], now);
  const drafts = { kind: "drafts", of: draft.id } as const;
  expect(await refusalOf(uploadSheet(admin, drafts, staff(1)))).toEqual({ code: "not_allowed" });
});
