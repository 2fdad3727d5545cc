import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { isWorkerRunning } from "@/db/queries/health";
import { outbox } from "@/db/schema/notifications";
import { testDatabase } from "@/db/testing/test-database";

let test: Awaited<ReturnType<typeof testDatabase>>;
const running: ChildProcess[] = [];

beforeAll(async () => {
  test = await testDatabase();
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => test.close());

/** Starts the worker as `npm start` does; returns it with the first message that it sent. */
async function startWorker() {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/worker/worker.ts"], {
    env: {
      ...process.env,
      DATABASE_URL: test.workerUrl,
      NEXTAUTH_SECRET: "x".repeat(32),
      SMTP_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  running.push(child);
  const [message] = await once(child, "message");
  return { child, message };
}

const unannounced = () => database().$count(outbox, sql`announced_at is null`);
const until = (check: () => Promise<unknown>) =>
  vi.waitFor(check, { timeout: 60_000, interval: 100 });

it("announces all that waits, as its own role; killed and started again it loses nothing", async () => {
  const waiting = await unannounced();
  expect(waiting).toBeGreaterThan(0);
  const first = await startWorker();
  expect(first.message).toBe("worker ready");
  await until(async () => expect(await unannounced()).toBeLessThan(waiting));
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const second = await startWorker();
  await until(async () => expect(await unannounced()).toBe(0));
  const failed = sql`select last_error from graphile_worker.jobs where last_error is not null`;
  expect(await test.owner.execute(failed)).toEqual([]);
  const twice = sql`select 1 from notifications group by outbox_id, user_id having outbox_id is not null and count(*) > 1`;
  expect(await test.owner.execute(twice)).toEqual([]);
  second.child.kill("SIGTERM");
  expect(await once(second.child, "exit")).toEqual([0, null]);
}, 120_000);

it("stands by while another is at work, and takes over when that one is gone", async () => {
  expect(await isWorkerRunning()).toBe(false);
  const first = await startWorker();
  expect(await isWorkerRunning()).toBe(true);
  const second = await startWorker();
  expect(second.message).toMatch(/waiting/);
  const takesOver = once(second.child, "message");
  first.child.kill("SIGKILL");
  expect(await takesOver).toEqual(["worker ready", undefined]);
  second.child.disconnect();
  expect(await once(second.child, "exit")).toEqual([0, null]);
}, 120_000);
