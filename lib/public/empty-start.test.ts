import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { ask } from "@/app/api/v1/ask.fixture";
import { database } from "@/db/client";
import { auditLog } from "@/db/queries/audit";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { inbox } from "@/db/queries/inbox/inbox";
import { lettersPage } from "@/db/queries/letters/letters";
import { listPlans } from "@/db/queries/plans";
import { newestChanges } from "@/db/queries/public/change-pages";
import { pageOfPlans } from "@/db/queries/public/plans";
import { publicPlans } from "@/db/queries/public/public";
import { releasesPage } from "@/db/queries/releases";
import { startFacts } from "@/db/queries/site/getting-started";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { ledgerChoices, listTasks } from "@/db/queries/tasks/work-tasks";
import { departments, users } from "@/db/schema/people";
import { tasks } from "@/db/schema/tasks";
import { firstStart } from "@/db/testing/empty-start.fixture";
import { currentDay, currentTime } from "@/lib/clock";
import { type Actor, type Role, roles } from "@/lib/domain/people/roles";
import { everyPath } from "@/lib/edition/pages";
import { readSite } from "@/lib/edition/site";
import { atomFeed } from "@/lib/formats/atom";
import { deadlineCalendar } from "@/lib/formats/calendar";
import { planSheet } from "@/lib/formats/one-page/plan-sheet";
import { planPicture, taskPicture } from "@/lib/formats/picture/share-picture";
import { operations } from "@/lib/open-data/operations";
import { askedDay } from "./as-of";
import { mapFiles, pagesMapped } from "./site-map";

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("PUBLIC_URL", "https://dc.example.gov.cn");
  vi.stubEnv("DEMO", "off");
});

describe("a first start with nothing in it", () => {
  let db: Awaited<ReturnType<typeof firstStart>>;
  let office: { id: string; name: string };
  beforeAll(async () => {
    db = await firstStart(inject("testServer"), "empty", new Date());
    const [unit] = await database().select().from(departments);
    if (!unit) throw new Error("There is no first unit");
    office = unit;
  });
  afterAll(() => db.close());

  const actor = (role: Role): Actor => ({
    ...{ id: crypto.randomUUID(), name: "甲", role, isDemo: false, standsInFor: [] },
    ...{ personId: crypto.randomUUID(), branchIds: null },
    departmentId: office.id,
    departmentName: office.name,
    request: { id: "1", ip: null },
  });

  it("has the calendar, one unit and its administrators, and nobody's tasks", async () => {
    expect(await database().$count(departments)).toBe(1);
    expect(office.name).toBe("督查室");
    expect(await database().$count(tasks)).toBe(0);
    expect(await database().$count(users)).toBeGreaterThan(0);
    expect((await loadCalendar(database())).announcedYears.has(2026)).toBe(true);
    expect((await loadSiteSettings()).settings).toMatchObject({ headline: "", homePlans: [] });
  });

  it("answers every public question with nothing, and none with an error", async () => {
    const today = await currentDay();
    expect(await publicPlans(today)).toEqual([]);
    expect(await newestChanges(today, 8)).toEqual([]);
    expect(await askedDay({ asof: "2024-05-01" })).toMatchObject({ refused: true, asOf: today });
    const paths = operations.flatMap(({ examples }) => examples);
    for (const path of paths) {
      const { status } = await ask(`/api/v1${path}`);
      // Some of them name a plan or a task of the page, which is not there.
      const isThere = /plan=|unit=|city=|\/tasks\/|asof=|since=|after=/.test(path)
        ? status < 500
        : status === 200;
      expect([path, isThere], `${status}`).toEqual([path, true]);
    }
    expect(await (await ask("/api/v1/tasks")).json()).toMatchObject({ tasks: [] });
    expect((await (await ask("/api/v1/tasks.csv")).text()).trim().split("\n")).toHaveLength(1);
    expect(await atomFeed({}, today, "zh-CN")).toContain("<feed");
    expect(await deadlineCalendar({}, today, "zh-CN")).not.toContain("BEGIN:VEVENT");
    for (const missing of [planPicture("air", today), taskPicture("AIR-01", today)])
      expect(await missing).toBeNull();
    expect(await planSheet("air", today)).toBeNull();
    expect(await mapFiles(today)).toHaveLength(2);
    expect(await pagesMapped("pages", today)).toHaveLength(7);
    expect(await pagesMapped("units", today)).toEqual([]);
    const site = await readSite(today);
    expect(site).toEqual({ plans: [], documents: [], units: [], tasks: [] });
    expect(everyPath(site)).toContain("/");
  });

  it.each(roles)("shows %s a workspace with nothing to do", async (role) => {
    const today = await currentDay();
    const who = actor(role);
    expect(await inbox(who, today)).toEqual([]);
    expect(await listTasks(who, today)).toEqual([]);
    expect((await lettersPage(who, today, 1)).letters).toEqual([]);
    expect((await releasesPage(who, today, 1)).releases).toEqual([]);
    expect((await ledgerChoices(who)).plans ?? []).toEqual([]);
    expect((await listPlans(who, "", 1)).plans).toEqual([]);
  });

  it("tells the administrators and the director where to begin, and nobody else", async () => {
    const facts = await startFacts(actor("system_admin"), await currentDay());
    expect(facts).toMatchObject({ units: 1, documents: 0, plans: 0, isMailOn: false, skipped: [] });
    expect(facts?.people).toEqual({ system_admin: 1, security_admin: 1, audit_admin: 1 });
    for (const role of roles) {
      const isTheirs = ["system_admin", "security_admin", "audit_admin", "director"].includes(role);
      const shown = await startFacts(actor(role), await currentDay());
      expect([role, shown !== null]).toEqual([role, isTheirs]);
    }
  });

  it("keeps the start itself in the history", async () => {
    const log = JSON.stringify(await auditLog(actor("auditor"), { limit: 10 }));
    expect(log).toContain("installation.prepared");
    expect(log).toContain('"content":"empty"');
  });
});

it("SEED=newspaper begins with the page's units, documents, plans, tasks and the words of its home page", async () => {
  const db = await firstStart(inject("testServer"), "newspaper", new Date());
  try {
    const today = await currentDay();
    expect(await currentTime()).toBeInstanceOf(Date);
    expect(await database().$count(tasks)).toBe(119);
    expect(await database().$count(departments)).toBeGreaterThan(40);
    const { settings } = await loadSiteSettings();
    expect(settings.headline).toBe("十项措施");
    const [first] = await pageOfPlans(today, { limit: 1, first: settings.homePlans });
    expect(first?.slug).toBe("air");
  } finally {
    await db.close();
  }
});
