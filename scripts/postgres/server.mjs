import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../processes/ports.mjs";
import { launch } from "../processes/processes.mjs";
import { diskFull, failureFrom, LastingFailure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { ensureCluster, postgresEnv } from "./cluster.mjs";
import { clearLeftovers, readPostmaster } from "./leftovers.mjs";
import { findPlace } from "./place.mjs";

// After kill -9 of the server its children need a moment to let go of the memory; a port may be taken meanwhile.
const transient = /shared memory block|could not bind|lock file/;
const portTaken = /could not bind/;
// After a crash PostgreSQL would open every file of the cluster to sync it, for seconds; Linux syncs a file system at once.
const syncAtOnce = process.platform === "linux" ? ["recovery_init_sync_method=syncfs"] : [];
const pauseMs = 200;
const attempts = { usually: 50, onOnePort: 8 };

/**
 * Starts the embedded PostgreSQL with its data in `dataDir`/postgres, making the cluster first if there is none.
 * Returns {data, port, ended, url(database)}; it listens on 127.0.0.1 only, on `port` or else on a free one. Throws a
 * LastingFailure where starting it again is of no use.
 * @param {{ dataDir: string, password: string, settings?: string[], port?: number }} place
 */
export async function startPostgres({ dataDir, password, settings = [], port: wanted }) {
  const place = findPlace(dataDir);
  await ensureCluster(place, password);
  await clearLeftovers(place.data);
  const logFile = join(dataDir, "postgres.log");

  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await findFreePort());
    const { server, printed } = launchServer(place, port, settings, logFile);
    const ready = await waitUntilReady(server, place.data);
    if (ready) return { data: place.data, port, ended: server.ended, url: urlOf(port, password) };
    const said = printed();
    const most = wanted && portTaken.test(said) ? attempts.onOnePort : attempts.usually;
    if (attempt >= most || !transient.test(said) || diskFull.test(said)) {
      throw whyNot(said, { port, data: place.data, log: logFile });
    }
    await sleep(pauseMs);
  }
}

const damaged =
  /PANIC:|not a valid data directory|could not find the database system|required WAL directory|control file|pg_control|checkpoint record/;

/** Why the server did not start, by what it printed. */
function whyNot(printed, { port, data, log }) {
  const failure = failureFrom(say("postgres.starting"), printed);
  if (diskFull.test(printed)) return new LastingFailure(failure.message);
  if (portTaken.test(printed)) return new LastingFailure(say("postgres.portTaken", { port }));
  if (damaged.test(printed)) return new LastingFailure(say("postgres.damaged", { data, log }));
  return failure;
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
    ...syncAtOnce,
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
    stopsLast: true,
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
