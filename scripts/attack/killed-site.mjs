import { chmodSync, closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readPostmaster } from "../postgres/leftovers.mjs";
import { findCluster } from "../postgres/place.mjs";
import { query } from "../postgres/query.mjs";
import { findServer } from "../postgres/server.mjs";
import { commandLineOf, parentOf } from "../processes/identity.mjs";
import { findFreePort } from "../processes/ports.mjs";
import { launch, root, stop } from "../processes/processes.mjs";
import { programOf } from "../setup/build.mjs";
import { makeTestFolder } from "../test/folder.mjs";

const password = "killed-site-password";
const pollMs = 50;
/** A start may have to build and to seed first. */
const patienceMs = { start: 900_000, part: 120_000 };
/** One public page, one that needs the database, and the health of all parts. */
const asked = ["/tasks/AIR-01", "/sign-in", "/api/health"];

/** `npm start` on a port and data folder of its own, whose parts can be killed one by one. */
export async function openKilledSite() {
  const folder = await makeTestFolder();
  // The user that PostgreSQL runs as must be able to go through it.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, "data");
  const port = await findFreePort();
  const publicUrl = `http://localhost:${port}`;
  let running;

  async function start() {
    const log = openSync(join(folder, "start.log"), "a");
    running = launch(process.execPath, [join(root, "scripts/run.mjs"), "start"], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: dataDir,
        DEMO_PASSWORD: password,
      },
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    await answersAgain(["/api/health"], patienceMs.start);
  }

  async function answersAgain(paths = asked, mostMs = patienceMs.part) {
    let isOver = false;
    running.ended.then(() => {
      isOver = true;
    });
    const begun = performance.now();
    const until = async (what, isSo) => {
      while (!(await isSo())) {
        const isLate = performance.now() - begun > mostMs;
        if (isOver || isLate) throw new Error(`${what}\n${lastLines()}`);
        await sleep(pollMs);
      }
    };
    for (const path of paths)
      await until(
        `${path} does not answer`,
        async () => (await statusOf(publicUrl + path)) === 200,
      );
    // From its first page on, which is the home page, the edition needs no database.
    await until(
      "the edition has no page",
      async () => (await readHealth(publicUrl)).edition?.pages,
    );
  }

  const lastLines = () => readFileSync(join(folder, "start.log"), "utf8").slice(-3_000);

  const pidsIn = {
    start: () => [running.child.pid],
    site: () => partsLike(programOf("site").at(-1)),
    worker: () => partsLike(programOf("worker").at(-1)),
    postgres: () => [postmaster()],
    backend: (random) => [random.pick(backends())],
    group: () => [postmaster(), ...backends()],
  };
  const postmaster = () => readPostmaster(findCluster(dataDir))?.pid;
  const backends = () => childrenOf(postmaster());
  function partsLike(program) {
    const records = JSON.parse(readFileSync(join(dataDir, "processes.json"), "utf8"));
    return records.map(({ pid }) => pid).filter((pid) => commandLineOf(pid).includes(program));
  }

  const secrets = () => JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
  const ownerUrl = () =>
    findServer({ dataDir, password: secrets().postgresPassword }).url("taizhang");

  await start();
  const edition = watchEdition(publicUrl);
  return {
    ...{ folder, password, publicUrl, ownerUrl, edition },
    /** kill -9 of one part, once it is there. A killed start is awaited, so that it can be started again. */
    async kill(target, random) {
      let pids = [];
      while (pids.length === 0) {
        pids = readPids(() => pidsIn[target](random));
        if (pids.length === 0) await sleep(pollMs);
      }
      edition.expect(target !== "site" && target !== "start");
      for (const pid of pids) killHard(pid);
      if (target === "start") await running.ended;
    },
    start,
    async answersAgain() {
      await answersAgain();
      edition.expect(true);
    },
    async setServer(settings) {
      for (const [name, value] of Object.entries(settings))
        await query(ownerUrl(), `alter system set ${name} = '${value}'`);
      await query(ownerUrl(), "select pg_reload_conf()");
    },
    end: () => stop(running, 30_000),
  };
}

/** Reads the first page again and again; tells the failures that happen while it is expected to be there. */
function watchEdition(publicUrl) {
  let [isExpected, isEnded] = [true, false];
  const failed = [];
  const watching = (async () => {
    while (!isEnded) {
      const wasExpected = isExpected;
      const status = await statusOf(publicUrl);
      if (wasExpected && isExpected && status !== 200) failed.push(status);
      await sleep(100);
    }
  })();
  return {
    expect(isNow) {
      isExpected = isNow;
    },
    async end() {
      isEnded = true;
      await watching;
      return failed;
    },
  };
}

/** The status of an answer, or why there was none. */
async function statusOf(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

async function readHealth(publicUrl) {
  try {
    return await (await fetch(`${publicUrl}/api/health`)).json();
  } catch {
    return {};
  }
}

function childrenOf(parent) {
  const pids = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return pids.filter((pid) => parentOf(pid) === parent);
}

/** What is being started just now may not be written down yet. */
function readPids(read) {
  try {
    return read().filter(Boolean);
  } catch {
    return [];
  }
}

function killHard(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
