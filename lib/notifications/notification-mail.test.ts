import { randomUUID } from "node:crypto";
import { desc, eq, isNull, sql } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { database } from "@/db/client";
import { queueMail } from "@/db/mutations/job-queue";
import { mails, notifications, notificationTexts } from "@/db/schema/notifications";
import { startLinks, users } from "@/db/schema/people";
import { startCodeOf } from "@/db/start-code";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { currentTime } from "@/lib/clock";
import { databaseUrl } from "@/lib/env";
import { jobs } from "@/lib/worker/jobs";
import { findFreePort } from "@/scripts/processes/ports.mjs";
import { mailStartLink } from "./start-link-mail";

let test: Awaited<ReturnType<typeof testDatabase>>;
let userId: string;
let server: SMTPServer;
let port: number;
const received: { to: string[]; raw: string }[] = [];

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
  port = await findFreePort();
  test = await testDatabase({ role: "worker" });
  const [person] = await database().select().from(users).where(eq(users.role, "supervisor"));
  userId = person?.id ?? "";
  await setAccounts(test.superuser, { email: "dc@example.gov.cn" }, eq(users.id, userId));
  // What the seed has to announce is not this test's.
  await test.owner.execute(sql`delete from graphile_worker._private_jobs`);
  Object.assign(process.env, {
    MAIL_FROM: "taizhang@example.gov.cn",
    PUBLIC_URL: "https://dc.example",
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});
afterEach(
  () => new Promise((resolve) => (server ? server.close(() => resolve(null)) : resolve(null))),
);
afterAll(() => test.close());

function listen() {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.on("error", () => {});
  return new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
}

/** Notifies the supervisor of so many things, as an announcement or the reminders do. */
async function notify(count: number, reason = "天气") {
  await database().transaction(async (tx) => {
    const now = await currentTime();
    await tx.insert(notifications).values(
      Array.from({ length: count }, (_, i) => ({
        userId,
        sentence: "task_suspended",
        params: { reason: `${reason}${i + 1}` },
        createdAt: new Date(now.getTime() + i),
      })),
    );
    await queueMail(tx, [userId], now);
  });
}

const logger = new Logger(() => () => {});
const runJobs = () =>
  runOnce({ connectionString: databaseUrl(), taskList: jobs, noHandleSignals: true, logger });
const queued = () =>
  test.owner.execute(sql`select run_at > now() as later from graphile_worker.jobs`);
const hurry = () =>
  test.owner.execute(sql`update graphile_worker._private_jobs set run_at = now()`);
const lastMail = async () =>
  (await database().select().from(mails).orderBy(desc(mails.createdAt)))[0];

function subjectOf(raw: string): string {
  const folded = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(raw)?.[1] ?? "";
  return folded
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/\?= =\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString()
        : decodeURIComponent(text.replace(/_/g, " ").replace(/=/g, "%")),
    );
}
const bodyOf = (raw: string) =>
  Buffer.from(raw.slice(raw.indexOf("\r\n\r\n")), "base64").toString("utf8");

it("is off without SMTP: nothing is queued, and nothing breaks", async () => {
  const { SMTP_URL } = process.env;
  delete process.env.SMTP_URL;
  await notify(1);
  expect(await queued()).toHaveLength(0);
  process.env.SMTP_URL = SMTP_URL;
});

it("stores a mail whose server is away, and tries again until it is there: one mail with everything", async () => {
  await notify(2);
  await runJobs();
  expect(await lastMail()).toMatchObject({ sentAt: null, attempts: 1 });
  expect((await lastMail())?.lastError).toContain("ECONNREFUSED");
  expect(await queued()).toEqual([{ later: true }]);

  await notify(1, "水情\r\nBcc: everybody@example.com\r\n\r\n2. 伪造 ");
  await listen();
  await hurry();
  await runJobs();
  expect(received).toHaveLength(1);
  const [{ to, raw } = { to: [], raw: "" }] = received;
  expect(to).toEqual(["dc@example.gov.cn"]);
  expect(subjectOf(raw)).toBe("台账：您有 4 条新消息");
  const body = bodyOf(raw);
  expect(body).toContain("任务已挂起。理由：天气2");
  expect(body).toContain("1. 任务已挂起。理由：水情 Bcc: everybody@example.com 2. 伪造 1\n");
  expect(body).toContain("https://dc.example/notifications");
  expect(raw.slice(0, raw.indexOf("\r\n\r\n"))).not.toContain("Bcc");
  expect((await lastMail())?.sentAt).not.toBeNull();
  expect(await queued()).toHaveLength(0);
});

it("gathers what comes within the gap into the next mail, and leaves out what was read meanwhile", async () => {
  await listen();
  await notify(1);
  await notify(2);
  expect(await queued()).toEqual([{ later: true }]);
  // Even a job that came too early sends nothing.
  await hurry();
  await runJobs();
  expect(received).toHaveLength(1);
  expect(await queued()).toEqual([{ later: true }]);

  const [read] = await database()
    .select()
    .from(notifications)
    .orderBy(desc(notifications.createdAt))
    .limit(1);
  await test.owner
    .update(notifications)
    .set({ readAt: await currentTime() })
    .where(eq(notifications.id, read?.id ?? ""));
  await test.owner.update(mails).set({ sentAt: sql`sent_at - interval '1 hour'` });
  await hurry();
  await runJobs();
  expect(received).toHaveLength(2);
  expect(subjectOf(received[1]?.raw ?? "")).toBe("台账：您有 2 条新消息");
});

it("queues nothing for who has no address or is disabled", async () => {
  await setAccounts(test.superuser, { disabledAt: new Date() }, eq(users.id, userId));
  await notify(1);
  await setAccounts(test.superuser, { disabledAt: null, email: null }, eq(users.id, userId));
  await notify(1);
  expect(await queued()).toHaveLength(0);
});

it("mails what a person wants by mail; the app tells the rest too, and goes on doing so", async () => {
  const started = received.length;
  await listen();
  const them = eq(users.id, userId);
  await test.owner.update(notifications).set({ readAt: new Date() });
  await test.owner.update(mails).set({ sentAt: sql`sent_at - interval '2 hours'` });
  const email = "dc@example.gov.cn";
  await setAccounts(test.superuser, { email, unmailed: ["tasks"] }, them);
  await notify(1);
  await runJobs();
  expect(received.length).toBe(started);
  const unread = isNull(notifications.readAt);
  expect(await database().$count(notifications, unread)).toBe(1);
  await setAccounts(test.superuser, { unmailed: ["letters"] }, them);
  await notify(1);
  await runJobs();
  expect(received.length).toBe(started + 1);
});

it("leaves out what a rule tells in the app only, and says the rest in the office's own words", async () => {
  const started = received.length;
  await listen();
  await test.owner.update(notifications).set({ readAt: new Date() });
  await test.owner.update(mails).set({ sentAt: sql`sent_at - interval '4 hours'` });
  await setAccounts(
    test.superuser,
    { email: "dc@example.gov.cn", unmailed: [] },
    eq(users.id, userId),
  );
  await test.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(notificationTexts).values([
      { name: "mail_subject", zh: "督办 {count} 件" },
      { name: "task_suspended", zh: "暂停：{reason}。" },
    ]);
  });
  await notify(1, "写给邮件");
  const now = await currentTime();
  const said = { sentence: "task_suspended", params: { reason: "只在站内" }, createdAt: now };
  await test.owner.insert(notifications).values({ userId, ...said, byMail: false });
  await runJobs();
  const { raw } = received[started] ?? { raw: "" };
  expect(subjectOf(raw)).toBe("督办 1 件");
  expect(bodyOf(raw)).toContain("暂停：写给邮件1。");
  expect(bodyOf(raw)).not.toContain("只在站内");
});

it("mails a start code to the account's own address, behind the # of the address, and never once it is used", async () => {
  const started = received.length;
  await listen();
  const [admin] = await database().select().from(users).where(eq(users.role, "system_admin"));
  const now = await currentTime();
  const link = { userId, issuedById: admin?.id ?? "", issuedAt: now };
  const [open, used] = [randomUUID(), randomUUID()];
  const expiresAt = new Date(now.getTime() + 86_400_000);
  await test.superuser.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.insert(startLinks).values([
      { id: open, codeHash: "open", expiresAt, ...link },
      { id: used, codeHash: "used", expiresAt, usedAt: now, ...link },
    ]);
  });
  await mailStartLink(used);
  await mailStartLink(open);
  expect(received.length).toBe(started + 1);
  const { to, raw } = received[started] ?? { to: [], raw: "" };
  expect(to).toEqual(["dc@example.gov.cn"]);
  expect(bodyOf(raw)).toContain(`https://dc.example/start#${startCodeOf(open)}`);
});
