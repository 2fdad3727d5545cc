import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../processes/ports.mjs";
import { launch } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { ensureCluster, postgresEnv } from "./cluster.mjs";
import { clearLeftovers, readPostmaster } from "./leftovers.mjs";
import { findPlace } from "./place.mjs";

// After kill -9 of the server its children need a moment to let go of the memory; a free port may be taken meanwhile.
const transient = /shared memory block|could not bind|lock file/;
const attempts = 20;

/**
 * Starts the embedded PostgreSQL with its data in `dataDir`/postgres, making the cluster first if there is none.
 * Returns {data, ended, url(database)}; it listens on a free port of 127.0.0.1 only.
 * @param {{ dataDir: string, password: string, settings?: string[] }} place
 */
export async function startPostgres({ dataDir, password, settings = [] }) {
  const place = findPlace(dataDir);
  await ensureCluster(place, password);
  await clearLeftovers(place.data);
  const logFile = join(dataDir, "postgres.log");

  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const { server, printed } = launchServer(place, port, settings, logFile);
    const ready = await waitUntilReady(server, place.data);
    if (ready) return { data: place.data, ended: server.ended, url: urlOf(port, password) };
    if (attempt === attempts || !transient.test(printed())) {
      throw failureFrom(say("postgres.starting"), printed());
    }
    await sleep(500);
  }
}

/** The embedded PostgreSQL that another start already runs on `dataDir`: {url(database)}, or null. */
export function findServer({ dataDir, password }) {
  const { port } = readPostmaster(findPlace(dataDir).data) ?? {};
  return port ? { url: urlOf(port, password) } : null;
}

function urlOf(port, password) {
  const login = `postgres:${encodeURIComponent(password)}@127.0.0.1:${port}`;
  return (database) => `postgres://${login}/${database}`;
}

function launchServer({ bin, data, user }, port, settings, logFile) {
  const options = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    ...settings,
  ].flatMap((option) => ["-c", option]);
  const log = openSync(logFile, "a", 0o600);
  const { size } = statSync(logFile);
  const server = launch(join(bin, "postgres"), ["-D", data, ...options], {
    ...user,
    env: postgresEnv,
    cwd: data,
    stdio: ["ignore", log, log],
    // PostgreSQL's fast stop: it does not wait for its clients to leave.
    stopSignal: "SIGINT",
  });
  closeSync(log);
  return { server, printed: () => readFileSync(logFile).subarray(size).toString() };
}

async function waitUntilReady({ child, ended }, data) {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  while (!gone) {
    const postmaster = readPostmaster(data);
    if (postmaster?.pid === child.pid && postmaster.ready) return true;
    await sleep(30);
  }
  return false;
}
