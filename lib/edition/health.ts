import { setTimeout as sleep } from "node:timers/promises";
import { isWorkerRunning } from "@/db/queries/health";
import { isMailOn } from "@/db/queries/mail";
import { isDiskLow } from "@/lib/domain/system";
import { log } from "@/lib/log";
import { diskRoom } from "@/lib/system/disk-watch";
import { presentEdition } from "./hook";

/** A server that hangs is as good as away. */
const patienceMs = 3_000;

/**
 * How each part is: the database, the worker that notifies and mails people, mail, the public edition, whether uploads have
 * room. Unavailable without the database: people cannot work then, though the edition is still served.
 */
export async function siteHealth() {
  const worker = await askWorker();
  const edition = presentEdition();
  // The pages are answered again a moment after the first question is.
  const isUp = worker !== "unknown" && !edition?.isAway();
  // A database elsewhere is asked for its size, and would keep the answer waiting while it is away.
  const room = isUp ? await diskRoom() : null;
  return {
    status: isUp ? "ok" : "unavailable",
    database: isUp ? "running" : "away",
    worker,
    mail: !isUp ? "unknown" : (await isMailOn()) ? "on" : "off",
    disk: room === null ? "unknown" : isDiskLow(room) ? "low" : "ok",
    edition: edition?.status() ?? null,
  } as const;
}

type Worker = "running" | "stopped" | "unknown";

/** Whether a worker holds its lock in the database; unknown when the database does not answer. */
function askWorker(): Promise<Worker> {
  const asked = isWorkerRunning().then(
    (isRunning): Worker => (isRunning ? "running" : "stopped"),
    (error): Worker => {
      log.error({ err: error }, "health check failed");
      return "unknown";
    },
  );
  return Promise.race([asked, sleep(patienceMs, "unknown" as const, { ref: false })]);
}
