import { afterAll, beforeAll, expect, test } from "vitest";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { prepareMail } from "@/db/mutations/notifications/mails";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { notifications } from "@/db/schema/notifications";
import { assignment, company, now } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { NotificationText } from "@/lib/domain/notifications/notifications";
import { can } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { listNotifications } from "./notifications";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  actor = await company();
});
afterAll(() => db.close());

const readers = ["ecology-official", "energy-head", "supervisor-1", "system-admin", "auditor"];
const visible = async (reader: Actor) => {
  const told = await listNotifications(reader, { unread: true, limit: 500, offset: 0 });
  return told.flatMap(({ taskCode, isVisible }) => (isVisible ? [taskCode ?? "none"] : [])).sort();
};

test("a notification is linked where can('task.view') lets its reader go, whatever it says", async () => {
  const tasks = await selectTasks(db.owner);
  await db.owner.delete(notifications);
  for (const name of readers)
    await db.owner.insert(notifications).values(
      [null, ...tasks.map(({ id }) => id)].map((taskId) => ({
        ...{ userId: actor(name).id, taskId, createdAt: now },
        ...{ sentence: "task_suspended", params: { reason: "" } },
      })),
    );
  for (const name of readers) {
    const theirs = tasks.filter((task) => can(actor(name), "task.view", task));
    const codes = ["none", ...theirs.map(({ code }) => code)].sort();
    expect([name, await visible(actor(name))]).toEqual([name, codes]);
  }
});

test("a new assignment takes the link from one unit and gives it to the other, in the list and in mail", async () => {
  const code = "AIR-10.1";
  const [before, after] = [actor("energy-head"), actor("ecology-official")];
  const assignTo = async ({ departmentId: leadId }: Actor) => {
    const input = { ...(await assignment(code)), leadId, cooperatingIds: [] };
    return assignTask(actor("system-admin"), input, now);
  };
  await setAccounts(db.superuser, { email: "a@example.cn" });
  await assignTo(before);
  expect(await visible(before)).toContain(code);
  await assignTo(after);
  expect(await visible(before)).not.toContain(code);
  expect(await visible(after)).toContain(code);

  const mailed = async ({ id }: Actor) => {
    let items: NotificationText[] = [];
    const compose = (all: NotificationText[]) => {
      items = all;
      return { subject: "", body: "" };
    };
    await prepareMail(id, compose, now);
    return items.find(({ taskCode }) => taskCode === code)?.isVisible;
  };
  expect([await mailed(before), await mailed(after)]).toEqual([false, true]);
});
