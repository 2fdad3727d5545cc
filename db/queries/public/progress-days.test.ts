import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpublishSubmission } from "@/db/mutations/releases";
import { publicHealthByDay } from "@/db/queries/tasks/task-health";
import { releases } from "@/db/schema/releases";
import { publishedReports } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { company, now, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Day } from "@/lib/domain/calendar/days";
import { progressDays } from "./progress-days";
import { publicTasks } from "./public";
import { changesOfTasks } from "./public-changes";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Every day that is told of on the way of a task or of a part of it, with what the rule says for it. */
async function daysByRule(code: string, asOf: Day) {
  const tree = (await publicTasks(asOf))
    .map((task) => task.code)
    .filter((each) => each === code || each.startsWith(`${code}.`));
  const changes = await changesOfTasks(tree, asOf);
  const on = (type: string) =>
    new Set(changes.filter((change) => change.type === type).map(({ day }) => day));
  const [reported, taken] = [on("report"), on("withdrawn")];
  const days = [...new Set([asOf, ...reported, ...taken])].sort();
  const health = await publicHealthByDay(days, { codes: [code] });
  return days.map((day) => ({
    day,
    percent: health.get(day)?.get(code)?.percent ?? null,
    isReported: reported.has(day),
    isTakenBack: taken.has(day),
  }));
}

test("the days of a task's progress are those on its way and its parts', each with what its page said", async () => {
  const parts = ["AIR-01.1", "AIR-05.1"];
  const spoken = await db.owner
    .select({ id: publishedReports.submissionId })
    .from(publishedReports)
    .innerJoin(tasks, eq(tasks.id, publishedReports.taskId))
    .innerJoin(releases, eq(releases.submissionId, publishedReports.submissionId))
    .where(and(inArray(tasks.code, parts), eq(releases.disclosure, "public")));
  expect(spoken.length).toBeGreaterThan(1);
  const supervisor = (await company())("supervisor-1");
  for (const { id } of spoken) {
    const input = { key: randomUUID(), submissionId: id, reason: "数字有误，核对后重新公开。" };
    await unpublishSubmission(supervisor, input, now);
  }
  const seen = new Set<string>();
  for (const asOf of ["2024-05-20", today])
    for (const code of ["AIR-01", "AIR-01.1", "AIR-05", "AIR-05.1", "CEN-02", "SAF-01", "CHI-01"]) {
      const days = await progressDays(code, asOf);
      expect([asOf, code, days]).toEqual([asOf, code, await daysByRule(code, asOf)]);
      for (const { isReported, isTakenBack, percent } of days)
        seen.add(`${isReported} ${isTakenBack} ${percent === null}`);
    }
  expect(seen.size).toBeGreaterThan(3);
});
