import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { departmentNames, departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { factsOf, makeUnit, onUnit, unitRow } from "@/db/testing/unit-inputs.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { closeUnit, createUnit, editUnit, moveUnit } from "./units";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  admin = actor("system-admin");
});
afterAll(() => db.close());

const created = (changes: object = {}) => ({
  key: randomUUID(),
  parentCode: "provincial-government" as string | null,
  name: "省数据局",
  shortName: "数据局",
  kind: "department" as const,
  newCode: "",
  ...changes,
});

describe("a new unit", () => {
  test("stands last, is numbered, and has its first name", async () => {
    const { code } = await createUnit(admin, created(), now);
    const unit = await unitRow(code);
    expect(unit).toMatchObject({ name: "省数据局", shortName: "数据局", version: 0 });
    expect(code).toMatch(/^unit-\d+$/);
    const [last] = await database()
      .select()
      .from(departments)
      .orderBy(departments.sortOrder)
      .offset(64);
    expect(last?.code).toBe(code);
    const names = await database()
      .select()
      .from(departmentNames)
      .where(eq(departmentNames.departmentId, unit.id));
    expect(names).toMatchObject([{ fromOn: "0001-01-01", name: "省数据局", shortName: "数据局" }]);
  });

  test.each([
    ["another's name", { name: "省 教育厅" }, "unit_name_taken", "name"],
    [
      "another's short name",
      { name: "省数据中心", shortName: "数据局" },
      "unit_name_taken",
      "shortName",
    ],
    [
      "another's code",
      { name: "省数据中心", shortName: "", newCode: "education" },
      "unit_code_taken",
      "newCode",
    ],
    [
      "a parent that is not there",
      { name: "省数据中心", shortName: "", parentCode: "nowhere" },
      "not_found",
      undefined,
    ],
  ])("is refused with %s", async (_, changes, code, field) => {
    const refusal = await refusalOf(createUnit(admin, created(changes), now));
    expect(refusal).toMatchObject({ code, ...(field && { field }) });
  });

  test("is made by the system administrator alone", async () => {
    for (const role of [
      "head",
      "supervisor",
      "director",
      "leader",
      "security_admin",
      "audit_admin",
    ] as const) {
      const refusal = await refusalOf(
        createUnit({ ...admin, role }, created({ name: "别的" }), now),
      );
      expect(refusal).toEqual({ code: "not_allowed" });
    }
  });
});

test("the database refuses a change of a unit that has no event", async () => {
  const change = database()
    .update(departments)
    .set({ sortOrder: 900 })
    .where(eq(departments.code, "finance"));
  await expect(change).rejects.toMatchObject({ cause: { message: /no event/ } });
});

describe("the facts of a unit", () => {
  test("are kept with an event, and a page made before them is stale", async () => {
    const stale = { ...(await factsOf("education")), office: "旧页面" };
    await editUnit(
      admin,
      {
        ...(await factsOf("education")),
        office: "办公室",
        phone: "0351-3046805转2",
        isPublic: true,
      },
      now,
    );
    expect(await unitRow("education")).toMatchObject({
      contactOffice: "办公室",
      contactIsPublic: true,
    });
    expect(await refusalOf(editUnit(admin, stale, now))).toEqual({ code: "unit_changed" });
    const same = await factsOf("education");
    expect(await refusalOf(editUnit(admin, same, now))).toEqual({ code: "settings_unchanged" });
  });

  test("hold no mobile number where citizens see them", async () => {
    const input = { ...(await factsOf("justice")), phone: "13800138000" };
    expect(await refusalOf(editUnit(admin, { ...input, isPublic: true }, now))).toMatchObject({
      code: "personal_data",
      field: "phone",
    });
    await editUnit(admin, { ...input, key: randomUUID(), isPublic: false }, now);
  });

  test("make room in the official order", async () => {
    const taken = (await unitRow("finance")).sortOrder;
    await editUnit(admin, { ...(await factsOf("transport")), sortOrder: taken }, now);
    expect((await unitRow("transport")).sortOrder).toBe(taken);
    expect((await unitRow("finance")).sortOrder).toBe(taken + 1);
  });
});

test("two moves at once make no circle", async () => {
  const [a, b] = [await makeUnit(admin), await makeUnit(admin)];
  const [first, second] = [
    { ...(await onUnit(a.code)), parentCode: b.code },
    { ...(await onUnit(b.code)), parentCode: a.code },
  ];
  const outcomes = await Promise.all(
    [first, second].map((input) => refusalOf(moveUnit(admin, input, now))),
  );
  expect(outcomes.filter(Boolean)).toEqual([{ code: "unit_cycle" }]);
});

describe("a unit closes", () => {
  test("only when nothing of it is open, and says what is", async () => {
    const refusal = await refusalOf(
      closeUnit(admin, { ...(await onUnit("ecology")), reason: "机构改革" }, now),
    );
    const { params } = refusal as { params: Record<string, number> };
    expect(refusal).toMatchObject({ code: "unit_open" });
    expect(params.leads).toBeGreaterThan(0);
    expect(params.people).toBe(
      await database().$count(users, eq(users.departmentId, (await unitRow("ecology")).id)),
    );
  });

  test("and gets nothing any more: the database says so", async () => {
    const { code, id, name } = await makeUnit(admin);
    await closeUnit(admin, { ...(await onUnit(code)), reason: "机构改革" }, now);
    expect(await unitRow(code)).toMatchObject({ closedOn: today });
    const again = await onUnit(code);
    expect(await refusalOf(closeUnit(admin, { ...again, reason: "再撤" }, now))).toEqual({
      code: "unit_closed",
    });
    const under = created({ name: "下级", shortName: "", parentCode: code });
    expect(await refusalOf(createUnit(admin, under, now))).toEqual({ code: "unit_closed" });
    const moved = db.owner.update(users).set({ departmentId: id });
    await expect(moved).rejects.toMatchObject({ cause: { message: "The unit is closed" } });
    const given = db.owner.update(tasks).set({ leadDepartmentId: id });
    await expect(given).rejects.toMatchObject({ cause: { message: "The unit is closed" } });
    // Its name is free.
    await makeUnit(admin, null, name);
  });
});
