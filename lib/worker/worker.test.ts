import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { database } from "@/db/client";
import { startImport } from "@/db/mutations/imports/start";
import { isWorkerRunning } from "@/db/queries/health";
import { listCandidates } from "@/db/queries/imports/candidates";
import { documentBlocks, imports } from "@/db/schema/imports";
import { outbox } from "@/db/schema/notifications";
import { testDatabase } from "@/db/testing/test-database";
import { worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import { currentTime } from "@/lib/clock";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { drawnPdf, full, linesAt } from "@/lib/imports/pdf/drawn-pdf.fixture";
import { readPdf } from "@/lib/imports/pdf/read-pdf";

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

/** As long as a draft may be: a task on each of its pages, and what it is about. */
function longDocument(): Buffer {
  const pages = Array.from({ length: 240 }, (_, i) => {
    const task = `${i + 1}.推进第${i + 1}批企业升级改造，6月底前完成。（市教育局负责）`;
    const about = Array.from({ length: 24 }, (_, line) => full(`第${i}批第${line}家`));
    return linesAt(79, 80, [task, ...about]);
  });
  return drawnPdf(pages);
}

/** Nothing that was read can be kept until it is let go. */
function holdBlocks(): Promise<{ letGo: () => Promise<void> }> {
  return new Promise((held) => {
    const holding = test.owner.transaction(async (tx) => {
      await tx.execute(sql`lock table document_blocks in share mode`);
      await new Promise<void>((release) => {
        const letGo = () => {
          release();
          return holding;
        };
        held({ letGo });
      });
    });
  });
}

it("killed as it reads a long document, it reads it when started again, and keeps nothing twice", async () => {
  const world = await (await worldMaker(test.owner))(1);
  const bytes = longDocument();
  const read = await readPdf(bytes);
  if ("code" in read) throw new Error(read.code);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const input = { key: randomUUID(), name: "方案.pdf", sha256, text: null, editionOf: null };
  const supervisor = someone(world, "supervisor");
  const { id } = await startImport(supervisor, input, await currentTime(), bytes);
  const importRow = async () => {
    const [found] = await database().select().from(imports).where(eq(imports.id, id));
    return found;
  };

  const { letGo } = await holdBlocks();
  const first = await startWorker();
  await until(async () => expect(await importRow()).toMatchObject({ stage: "reading" }));
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  await letGo();
  expect(await importRow()).toMatchObject({ state: "reading", attempts: 1, text: null });

  const second = await startWorker();
  await until(async () => expect(await importRow()).toMatchObject({ state: "read" }));
  const whole = { attempts: 2, version: 1, text: read.text, bytes: null };
  expect(await importRow()).toMatchObject(whole);
  const own = eq(documentBlocks.importId, id);
  expect(await database().$count(documentBlocks, own)).toBe(read.blocks.length);
  const { total } = await listCandidates(supervisor, id, { page: 1 });
  expect(total).toBe(proposalsOf(read, calendar).candidates.length);
  const jobs = sql`select 1 from graphile_worker.jobs where key = ${`import:${id}`}`;
  await until(async () => expect(await test.superuser.execute(jobs)).toEqual([]));
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
