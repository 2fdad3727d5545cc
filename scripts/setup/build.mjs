import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { withLock } from "../processes/lock.mjs";
import { root, run } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { sbomFile, writeSbom } from "./sbom.mjs";

// Everything may go into the build except what plainly does not, so that a new folder is never forgotten.
const outside = new Set([
  "node_modules",
  "docs",
  "e2e",
  "scripts",
  "bench",
  "test-results",
  "playwright-report",
]);
const outsideFile =
  /\.test\.(ts|tsx|mjs)$|\.md$|\.tsbuildinfo$|^(next-env\.d|vitest\.config|playwright\.config|drizzle\.config)\.ts$|^biome\.json$/;

export const next = join(root, "node_modules/next/dist/bin/next");

/** Our own programs beside Next: the source of each, and the one file that it is built into. */
const programs = { site: "lib/edition/server.ts", worker: "lib/worker/worker.ts" };
const programsFolder = join(root, ".next/programs");

/** How Node is asked to run one of our programs: as built or, while developing, from its source. */
export function programOf(name, mode) {
  if (mode === "dev") return ["--import", "tsx", programs[name]];
  return [join(programsFolder, `${name}.mjs`)];
}

/** Runs `next build`, builds our programs and the bill of materials, unless .next holds a build of these very sources. */
export function buildSite(env) {
  return withLock(join(root, ".data"), "build.lock", async () => {
    const stamp = join(root, ".next", "taizhang-build");
    const hash = hashSources();
    if (existsSync(sbomFile) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash)
      return say("setup.sourcesUnchanged");
    rmSync(stamp, { force: true });
    const { code, output } = await run(process.execPath, [next, "build"], {
      env: { ...env, NODE_ENV: "production" },
    });
    if (code !== 0) throw failureFrom(say("setup.building"), output);
    await buildPrograms();
    await writeSbom(env);
    writeFileSync(stamp, hash);
  });
}

/** One file each, without the packages: half of a start's time would go into translating and finding our own sources. */
async function buildPrograms() {
  // Loaded late: it is there only after npm ci.
  const { build } = await import("esbuild");
  await build({
    entryPoints: programs,
    outdir: programsFolder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    absWorkingDir: root,
    logLevel: "silent",
  });
}

export function hashSources(folder = root) {
  const hash = createHash("sha256");
  for (const file of listSources(folder, folder)) {
    hash
      .update(`${relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function listSources(top, folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !outsideFile.test(name))
    .filter(({ name }) => folder !== top || !outside.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listSources(top, path) : [path];
    });
}
