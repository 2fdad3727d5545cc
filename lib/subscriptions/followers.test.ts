import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { spendPublic } from "@/db/mutations/budgets";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import {
  askToFollow,
  confirmSubscription,
  endSubscription,
  subscriptionOf,
} from "@/db/mutations/subscriptions/subscriptions";
import { cleanUp } from "@/db/mutations/system/cleanup";
import { spentPoints } from "@/db/schema/budgets";
import { citizenMails, subscriptions } from "@/db/schema/subscriptions";
import {
  company,
  decisionOn,
  now,
  refusalOf,
  report,
  sendReport,
  takeOn,
} from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { retentionDays } from "@/lib/domain/system";
import { databaseUrl } from "@/lib/env";
import { jobs } from "@/lib/worker/jobs";
import { findFreePort } from "@/scripts/processes/ports.mjs";
import { confirmationMail } from "./follower-mail";
import { notifyFollowers } from "./followers";

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const about = { kind: "task", target: "AIR-10.1", locale: "zh-CN" } as const;
let db: Awaited<ReturnType<typeof testDatabase>>;
let server: SMTPServer;
const received: string[] = [];
let actor: Awaited<ReturnType<typeof company>>;

beforeAll(async () => {
  const port = await findFreePort();
  db = await testDatabase({ role: "worker" });
  actor = await company();
  await db.owner.execute("delete from graphile_worker._private_jobs");
  Object.assign(process.env, {
    NEXTAUTH_SECRET: "test-only-secret-of-at-least-32-characters",
    MAIL_FROM: "taizhang@example.gov.cn",
    PUBLIC_URL: "https://dc.example",
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(() => resolve(null)));
  await db.close();
});

const ask = (email: string, at = now) =>
  askToFollow(
    { ...about, email },
    (token) => confirmationMail({ ...about, name: "压实责任" }, token),
    at,
  );
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const waiting = () => database().select().from(citizenMails);
const rows = () => database().select().from(subscriptions);
const send = () =>
  runOnce({
    connectionString: databaseUrl(),
    taskList: { mail_citizen: jobs.mail_citizen as never },
    logger: new Logger(() => () => {}),
  });

test("nothing is mailed before the mailbox has confirmed, then once a day what is public, then nothing", async () => {
  await ask("reader@example.cn");
  const [subscription] = await rows();
  const token = subscription?.token ?? "";
  expect(subscription?.confirmedAt).toBeNull();
  const [confirmation] = await waiting();
  expect(confirmation?.body).toContain(`https://dc.example/subscriptions/${token}`);
  await send();
  expect(await waiting()).toEqual([]);

  const canary = `canary-${randomUUID()}`;
  await takeOn("AIR-10.1", { admin: actor("system-admin"), official: actor("ecology-official") });
  await notifyFollowers(hours(30));
  expect(await waiting()).toEqual([]);

  expect(await confirmSubscription(token, now)).toBe(true);
  const { key: _, ...draft } = report("AIR-10.1");
  await saveDraft(
    actor("ecology-official"),
    { ...draft, content: { ...draft.content, problems: canary } },
    hours(1),
  );
  await sendReport("AIR-10.1", actor("ecology-official"));
  await decideSubmission(actor("ecology-head"), await decisionOn("AIR-10.1"), hours(2));
  await decideSubmission(actor("supervisor-1"), await decisionOn("AIR-10.1"), hours(3));
  await notifyFollowers(hours(4));
  expect(await waiting()).toEqual([]);
  await notifyFollowers(hours(26));
  await notifyFollowers(hours(26));
  const news = await waiting();
  expect(news).toHaveLength(1);
  expect(news[0]?.body).toContain("公布进展：完成 30%");
  expect(JSON.stringify(news)).not.toContain(canary);
  await send();
  const unfolded = received.at(-1)?.replace(/\r\n[ \t]+/g, " ");
  expect(unfolded).toContain(`List-Unsubscribe: <https://dc.example/api/subscriptions/${token}>`);
  expect(unfolded).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  await notifyFollowers(hours(60));
  expect(await waiting()).toEqual([]);

  await endSubscription(token);
  expect([await rows(), await subscriptionOf(token)]).toEqual([[], null]);
});

test("asking again mails again and makes no second one; unconfirmed it is gone after three days", async () => {
  await ask("twice@example.cn");
  await ask("twice@example.cn");
  expect(await rows()).toHaveLength(1);
  expect(await waiting()).toHaveLength(2);
  await cleanUp(hours(71), retentionDays);
  expect(await rows()).toHaveLength(1);
  await cleanUp(hours(73), retentionDays);
  expect(await rows()).toEqual([]);
});

test("whoever follows already gets nothing when somebody asks for their address", async () => {
  await ask("known@example.cn");
  const [row] = await rows();
  await confirmSubscription(row?.token ?? "", now);
  const before = (await waiting()).length;
  await ask("known@example.cn");
  expect(await waiting()).toHaveLength(before);
});

test("one mailbox gets three confirmations a day, one address ten requests an hour", async () => {
  const spend = (...spent: [kind: "mailbox" | "subscription", string | null, scope?: string]) =>
    database()
      .transaction((tx) => spendPublic(tx, ...spent))
      .then(
        () => true,
        () => false,
      );
  const mailbox = () => spend("mailbox", "10.1.1.9", "flood@example.cn");
  expect([await mailbox(), await mailbox(), await mailbox(), await mailbox()]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(await spend("mailbox", "10.1.1.8", "flood@example.cn")).toBe(true);
  for (let i = 0; i < 10; i += 1) await spend("subscription", "10.1.1.1");
  expect(await spend("subscription", "10.1.1.1")).toBe(false);
  expect(await spend("subscription", "10.1.1.2")).toBe(true);
  expect(await spend("subscription", null)).toBe(true);
});

test("who asks too often is refused without a mail, and whether the address follows already is not told by it", async () => {
  await database().delete(citizenMails);
  await ask("owner@example.cn");
  const [row] = await database()
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.email, "owner@example.cn"));
  await confirmSubscription(row?.token ?? "", now);
  const outcomes = async (email: string) => {
    const told = [];
    for (let i = 0; i < 5; i++) told.push(await codeOf(ask(email)));
    return told;
  };
  await database().delete(spentPoints);
  const follows = await outcomes("owner@example.cn");
  await database().delete(spentPoints);
  expect(await outcomes("stranger@example.cn")).toEqual(follows);
  expect(follows).toContain("subscriptions_too_many");
  expect((await waiting()).length).toBeLessThan(6);
});
