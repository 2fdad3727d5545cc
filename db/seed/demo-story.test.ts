import { eq, notInArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { database } from "@/db/client";
import { lettersPage } from "@/db/queries/letters/letters";
import { publicAnswers } from "@/db/queries/letters/public-letters";
import { releasesPage } from "@/db/queries/releases";
import { loadTaskHealth } from "@/db/queries/tasks/task-health";
import { auditEvents } from "@/db/schema/audit";
import { installation } from "@/db/schema/installation";
import { users } from "@/db/schema/people";
import { publishedReports, reviewDecisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { readCast } from "@/db/seed/demo-reads";
import { testDatabase } from "@/db/testing/test-database";
import type { TaskHealth } from "@/lib/domain/tasks/work-task";

const { demoToday } = inject("testServer");
let test: Awaited<ReturnType<typeof testDatabase>>;
let healthByCode: Map<string, TaskHealth>;

beforeAll(async () => {
  test = await testDatabase();
  healthByCode = await loadTaskHealth(database(), demoToday);
});
afterAll(() => test.close());

describe("the demo", () => {
  it("is marked wherever it is", async () => {
    expect(await database().select({ isDemo: installation.isDemo }).from(installation)).toEqual([
      { isDemo: true },
    ]);
    expect(await database().$count(users, eq(users.isDemo, false))).toBe(0);
    expect(await database().$count(publishedReports, eq(publishedReports.isDemo, false))).toBe(0);
    const unmarked = sql`${tasks.isDemo} = (${tasks.status} = 'unassigned')`;
    expect(await database().$count(tasks, unmarked)).toBe(0);
  });

  it("shows the ten measures as the tour tells them", () => {
    const shown = (code: string) => healthByCode.get(code)?.light;
    const lights = Array.from({ length: 10 }, (_, i) => `AIR-${String(i + 1).padStart(2, "0")}`);
    expect(lights.map(shown).join(" ")).toBe(
      "green yellow red blue green yellow green green grey grey",
    );
  });

  it("has every reason for a light but being far behind", () => {
    const reasons = new Set([...healthByCode.values()].map(({ reason }) => reason));
    expect([...reasons].sort().join(" ")).toBe(
      "behind_pace children_behind completed due_soon not_assigned not_received on_track overdue report_missing suspended",
    );
    expect(healthByCode.get("FIRE-01")).toMatchObject({ light: "blue", daysLate: 0 });
    expect(healthByCode.get("CHI-01.2")).toMatchObject({
      reason: "overdue",
      daysLate: 2,
      percent: 80,
    });
  });

  it("has reports in every state, and returns from both reviewers", async () => {
    const states = await database()
      .selectDistinct({ status: submissions.status, step: submissions.step })
      .from(submissions)
      .orderBy(submissions.status, submissions.step);
    const names = states.map(({ status, step }) => status + (step ?? ""));
    expect(names.join(" ")).toBe("draft in_review1 in_review2 returned approved");
    const returns = await database()
      .selectDistinct({ step: reviewDecisions.step })
      .from(reviewDecisions)
      .where(eq(reviewDecisions.decision, "return"))
      .orderBy(reviewDecisions.step);
    expect(returns).toEqual([{ step: 1 }, { step: 2 }]);
  });

  it("has a plan that asks for the release check: released, on request, withheld, and one near its limit", async () => {
    const supervisor = (await readCast()).get("supervisor-1");
    if (!supervisor) throw new Error("Nobody oversees");
    const { releases } = await releasesPage(supervisor, demoToday, 1, 1000);
    const checked = releases.filter(({ code }) => code.startsWith("SAF-"));
    const decided = checked.map(({ disclosure }) => disclosure ?? "waits");
    expect(new Set(decided)).toEqual(new Set(["public", "on_request", "withheld", "waits"]));
    expect(releases.filter(({ disclosure }) => disclosure === null)).toMatchObject([
      { code: "SAF-01.4", workdaysLeft: 3 },
    ]);
  });

  it("has letters that are answered, overdue and in review, each marked", async () => {
    const supervisor = (await readCast()).get("supervisor-1");
    if (!supervisor) throw new Error("Nobody oversees");
    const { letters } = await lettersPage(supervisor, demoToday, 1);
    const told = letters.map(({ code, stage, answerStatus, daysLate }) =>
      [code, stage, answerStatus ?? "nothing", daysLate > 0].join(" "),
    );
    expect(told.sort()).toEqual([
      "AIR-01.4 open nothing true",
      "AIR-02.2 answered approved false",
      "AIR-03.4 open in_review false",
    ]);
    for (const { body } of letters) expect(body).toMatch(/^演示内容：/u);
    expect(await publicAnswers("AIR-02.2", demoToday)).toMatchObject([{ isDemo: true }]);
  });

  it("says in every report that it is one, and happens before the demo's first day", async () => {
    const texts = await database()
      .select({ progress: publishedReports.progress })
      .from(publishedReports);
    for (const { progress } of texts) expect(progress).toMatch(/^演示内容：/u);
    const late = sql`${auditEvents.at} >= ${`${demoToday}T00:00:00+08:00`}`;
    expect(await database().$count(auditEvents, late)).toBe(0);
    const outOfHours = notInArray(
      sql<number>`extract(hour from ${auditEvents.at} at time zone 'Asia/Shanghai')::int`,
      [8, 9, 10, 11, 14, 15, 16],
    );
    expect(await database().$count(auditEvents, outOfHours)).toBe(0);
  });
});
