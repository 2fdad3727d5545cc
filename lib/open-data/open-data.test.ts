import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as getPlans } from "@/app/api/v1/plans/route";
import { GET as getTasks } from "@/app/api/v1/tasks/route";
import { splitTask } from "@/db/mutations/assignments/splits";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { publicPlans, publicTasks } from "@/db/queries/public/public";
import { publicDocument } from "@/db/queries/public/public-documents";
import { publicReports } from "@/db/queries/public/public-reports";
import { readTask } from "@/db/seed/demo-reads";
import { company, decisionOn, now, sendReport, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { listPublicCodes } from "@/lib/public/public-tasks";

const code = "AIR-10.1";
/** A part due on the first of the two days is overdue on the second. */
const [dueOn, later] = ["2024-06-28", "2024-08-01"];
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
let official: Actor;
beforeAll(async () => {
  db = await testDatabase();
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  actor = await company();
  official = actor("ecology-official");
  await takeOn(code, { admin: actor("system-admin"), official });
});
afterAll(() => db.close());

async function approve(task: string) {
  for (const reviewer of ["ecology-head", "supervisor-1"])
    await decideSubmission(actor(reviewer), await decisionOn(task), now);
}

/** What the open API answers and the public pages show, by name. */
async function everythingPublic() {
  const plans = await publicPlans(later);
  const codes = (await publicTasks(later)).map(({ code }) => code);
  const tasks = await listPublicCodes(later, codes);
  return {
    apiPlans: await (await getPlans(new NextRequest("http://localhost/api/v1/plans"))).json(),
    apiTasks: await (await getTasks(new NextRequest("http://localhost/api/v1/tasks"))).json(),
    plans,
    tasks,
    reports: await Promise.all(tasks.map((task) => publicReports(task.code, later))),
    documents: await Promise.all(plans.map(({ documentSlug }) => publicDocument(documentSlug))),
  };
}

test("a part is public from its assignment, its own wording once a report on it is", async () => {
  await sendReport(code, official);
  await approve(code);
  const before = await everythingPublic();
  const own = before.tasks.find((task) => task.code === code)?.health;
  expect(own).toMatchObject({ percent: 30, childCount: 0, behind: 0 });

  const { version } = await readTask(code);
  const part = { title: "内部分工", scope: "", leadId: official.departmentId, dueOn };
  const input = { key: randomUUID(), code, version, cycle: "quarterly" as const };
  const split = await splitTask(official, { ...input, ...part }, now);
  await sendReport(split.code, official);
  const meanwhile = await everythingPublic();
  expect(JSON.stringify(meanwhile)).not.toContain("内部分工");
  const whole = meanwhile.tasks.find((task) => task.code === code);
  const shown = meanwhile.tasks.find((task) => task.code === split.code);
  expect(shown).toMatchObject({ title: whole?.title, isWordingHidden: true, parentCode: code });
  expect(whole?.health).toMatchObject({ percent: 30, childCount: 1, unreported: 1 });

  await approve(split.code);
  const after = await everythingPublic();
  expect(after.tasks.find((task) => task.code === split.code)?.title).toBe("内部分工");
  expect(after.tasks.find((task) => task.code === code)?.health).toMatchObject({
    light: "red",
    childCount: 1,
    behind: 1,
  });
});
