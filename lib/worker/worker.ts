import { Logger, run } from "graphile-worker";
import { closeDatabase } from "@/db/client";
import { recoverJobs } from "@/db/mutations/system/recover-jobs";
import { holdWorkerLock } from "@/db/worker-lock";
import { currentTime } from "@/lib/clock";
import { logTheConsole } from "@/lib/console-log";
import { databaseUrl } from "@/lib/env";
import { log } from "@/lib/log";
import { crontab, jobs } from "./jobs";

// A process of its own beside the site: notifies people, mails and reminds them. It acts as the app's role.

/** What is queued is told of at once; only what waits for its time, or to be tried again, is looked for, so often. */
const pollMs = 10_000;

const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message);
  if (level === "warning") log.warn(message);
});

async function work() {
  logTheConsole();
  process.on("uncaughtException", fail);
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
    // Whoever launched us is gone, or was before we came to ask.
    process.once("disconnect", resolve);
    if (process.send && !process.connected) resolve();
  });
  const lock = await Promise.race([
    stopped,
    holdWorkerLock({
      onWait: () => report("another worker is at work; waiting for it to end"),
      onLost: () => fail(new Error("The connection that held the lock broke")),
    }),
  ]);
  if (!lock) return;
  await recoverJobs(await currentTime());
  const runner = await run({
    connectionString: databaseUrl(),
    taskList: jobs,
    crontab,
    concurrency: 4,
    pollInterval: pollMs,
    noHandleSignals: true,
    logger,
  });
  report("worker ready");
  await Promise.race([stopped, runner.promise]);
  await runner.stop();
  await lock.release();
  await closeDatabase();
}

/** For people in the log, and for the start that waits for us. */
function report(message: string) {
  log.info(message);
  process.send?.(message);
}

function fail(error: unknown) {
  log.fatal({ err: error }, "worker failed");
  process.exit(1);
}

work().then(() => process.exit(0), fail);
