import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { unitsOn } from "@/db/queries/people/units";
import { publicTasks } from "@/db/queries/public/public";
import { auditEvents } from "@/db/schema/audit";
import { departments } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { factsOf, makeUnit, onUnit, unitRow } from "@/db/testing/unit-inputs.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { rememberUnitNames, renameUnit } from "./unit-names";
import { editUnit } from "./units";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
  admin = actor("system-admin");
});
afterAll(() => db.close());

describe("a renamed unit", () => {
  const nameOn = async (day: string) => {
    const found = (await publicTasks(day)).find(({ code }) => code === "AIR-10.1");
    return found?.lead;
  };

  test("bears on every day the name of that day, on public pages too", async () => {
    const [task] = await database().select().from(tasks).where(eq(tasks.code, "AIR-10.1"));
    const [lead] = await database()
      .select()
      .from(departments)
      .where(eq(departments.id, task?.leadDepartmentId ?? ""));
    const { code, name: before } = lead ?? { code: "", name: "" };
    const rename = async (name: string, fromOn: string | null, at = now) =>
      renameUnit(admin, { ...(await onUnit(code)), name, shortName: "新简称", fromOn }, at);
    await rename("省新名厅", "2024-06-10");
    expect(await nameOn("2024-06-09")).toBe(before);
    expect(await nameOn("2024-06-10")).toBe("省新名厅");
    expect(await unitRow(code)).toMatchObject({ name: "省新名厅", shortName: "新简称" });
    await rename("省新明厅", null);
    expect(await nameOn("2024-06-09")).toBe(before);
    expect(await nameOn(today)).toBe("省新明厅");
  });

  test("bears a name to come when its day comes, and not before", async () => {
    const { code } = await makeUnit(admin);
    const before = (await unitRow(code)).name;
    await renameUnit(
      admin,
      { ...(await onUnit(code)), name: "明日局", shortName: "", fromOn: "2024-06-20" },
      now,
    );
    await rememberUnitNames(new Date("2024-06-19T23:59:00+08:00"));
    expect((await unitRow(code)).name).toBe(before);
    await rememberUnitNames(new Date("2024-06-20T00:01:00+08:00"));
    expect((await unitRow(code)).name).toBe("明日局");
    const told = () => database().$count(auditEvents, eq(auditEvents.type, "unit.name_came"));
    expect(await told()).toBe(1);
    await rememberUnitNames(new Date("2024-06-20T01:01:00+08:00"));
    expect(await told()).toBe(1);
  });

  test("is called in English what somebody says, and nothing once it bears another name", async () => {
    const { code } = await makeUnit(admin);
    const say = async (nameEn: string) =>
      editUnit(admin, { ...(await factsOf(code)), nameEn }, now);
    await say("Data Bureau");
    const english = async (day: string) =>
      [...(await unitsOn(day)).values()].find((unit) => unit.code === code)?.nameEn;
    expect(await english(today)).toBe("Data Bureau");
    await editUnit(admin, { ...(await factsOf(code)), hours: "工作日" }, now);
    expect(await english(today)).toBe("Data Bureau");
    expect(await refusalOf(say("call 13812345678"))).toMatchObject({ field: "nameEn" });
    const wish = { name: "数据和算力局", shortName: "", fromOn: "2024-06-11" };
    await renameUnit(admin, { ...(await onUnit(code)), ...wish }, now);
    expect([await english("2024-06-10"), await english(today)]).toEqual([null, null]);
  });

  test("takes no name that another has, or will have", async () => {
    const [one, other] = [await makeUnit(admin), await makeUnit(admin)];
    const wish = { name: "后日局", shortName: "", fromOn: "2024-07-01" };
    await renameUnit(admin, { ...(await onUnit(one.code)), ...wish }, now);
    for (const fromOn of ["2024-06-12", "2024-07-02"]) {
      const again = { ...(await onUnit(other.code)), ...wish, fromOn };
      expect(await refusalOf(renameUnit(admin, again, now))).toMatchObject({
        code: "unit_name_taken",
      });
    }
    // A name that nobody bears any more is free.
    await renameUnit(
      admin,
      { ...(await onUnit(one.code)), name: "改了局", shortName: "", fromOn: "2024-06-12" },
      now,
    );
    const former = { name: one.name, shortName: "", fromOn: "2024-06-12" };
    await renameUnit(admin, { ...(await onUnit(other.code)), ...former }, now);
  });
});
