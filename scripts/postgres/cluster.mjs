import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../processes/processes.mjs";
import { Failure, failureFrom, LastingFailure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

// A fixed environment: with the caller's locale the cluster would sort and read text differently on each machine.
export const postgresEnv = { PATH: process.env.PATH, LANG: "C.UTF-8", TZ: "UTC" };

// Pinyin order for Chinese; without lc-ctype, trigrams of Chinese are empty.
const locale = [
  "--encoding=UTF8",
  "--locale-provider=icu",
  "--icu-locale=zh-Hans-CN",
  "--locale=C",
  "--lc-ctype=C.UTF-8",
];

/** Makes the cluster of a place if there is none yet, with superuser "postgres". */
export async function ensureCluster(place, password) {
  if (existsSync(place.data)) return refuseOtherMajor(place);
  // The cluster gets its name only when it is whole: an interrupted first start leaves nothing half made.
  const draft = `${place.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}-password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(place.user, draft);
  giveTo(place.user, passwordFile);
  try {
    const { code, output } = await run(
      join(place.bin, "initdb"),
      [
        `--pgdata=${draft}`,
        `--pwfile=${passwordFile}`,
        "--username=postgres",
        "--auth=scram-sha-256",
        ...locale,
      ],
      { ...place.user, env: postgresEnv, cwd: dirname(draft) },
    );
    if (code !== 0) throw failureFrom(say("postgres.making"), output);
    renameSync(draft, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Gives the superuser of a stopped cluster another password, which only who owns its files can do. */
export async function resetPassword({ data, bin, user }, password) {
  const { code, output } = await run(join(bin, "postgres"), ["--single", "-D", data, "postgres"], {
    ...user,
    env: postgresEnv,
    cwd: data,
    stdin: "pipe",
    input: `alter role postgres password '${password}'\n`,
  });
  if (code !== 0 || /ERROR|FATAL|PANIC/.test(output)) {
    throw failureFrom(say("postgres.resetting"), output);
  }
}

function giveTo({ uid, gid }, path) {
  if (uid !== undefined) chownSync(path, uid, gid);
}

function refuseOtherMajor({ data, bin }) {
  const version = join(data, "PG_VERSION");
  if (!existsSync(version)) throw new LastingFailure(say("postgres.notWhole", { data, version }));
  const made = readFileSync(version, "utf8").trim();
  const share = readFileSync(join(bin, "..", "share", "postgresql", "postgres.bki"), "utf8");
  const ours = share.match(/^# PostgreSQL (\d+)/)?.[1];
  if (made !== ours) {
    throw new Failure(say("postgres.otherMajor", { data, made, ours }));
  }
}
