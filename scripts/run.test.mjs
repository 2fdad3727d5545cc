import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findFreePort } from "./processes/ports.mjs";
import { root } from "./processes/processes.mjs";

/** Every file of ours that run.mjs can load, each with what it imports as soon as it is loaded. */
function listImports(file = join(root, "scripts/run.mjs"), found = new Map()) {
  if (found.has(file)) return found;
  const text = readFileSync(file, "utf8");
  const atOnce = [...text.matchAll(/^(?:import|export)\s(?:[^"=()]*\sfrom\s)?"([^"]+)"/gm)];
  const later = [...text.matchAll(/\bimport\("([^"]+)"\)/g)];
  const specifiers = (matches) => matches.map(([, specifier]) => specifier);
  found.set(file, specifiers(atOnce));
  for (const specifier of specifiers([...atOnce, ...later])) {
    if (specifier.startsWith(".")) listImports(join(dirname(file), specifier), found);
  }
  return found;
}

it("imports nothing at once that only npm ci brings", () => {
  const imports = listImports();
  expect([...imports.keys()]).toEqual(
    expect.arrayContaining(
      ["site/start-site.mjs", "test/suites.mjs", "postgres/server.mjs", "../bench/public.mjs"].map(
        (file) => join(root, "scripts", file),
      ),
    ),
  );
  const packages = [...imports.values()]
    .flat()
    .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier));
  expect(packages).toEqual([]);
});

describe("in a fresh clone, where nothing is installed", () => {
  let clone;
  let port;
  beforeAll(async () => {
    clone = mkdtempSync(join(tmpdir(), "run-test-"));
    for (const name of ["scripts", "bench", "messages", "package.json", "package-lock.json"]) {
      cpSync(join(root, name), join(clone, name), { recursive: true });
    }
    // Stands in for npm, which would need minutes and the network.
    writeFileSync(
      join(clone, "npm.js"),
      'console.error("npm", process.argv[2]);\nprocess.exit(1);\n',
    );
    port = await findFreePort();
  });
  beforeEach(() => rmSync(join(clone, ".data"), { recursive: true, force: true }));
  afterAll(() => rmSync(clone, { recursive: true }));

  const run = (...args) =>
    spawnSync(process.execPath, ["scripts/run.mjs", ...args], {
      cwd: clone,
      encoding: "utf8",
      env: { PATH: process.env.PATH, PORT: String(port), npm_execpath: join(clone, "npm.js") },
    });

  it.each([
    ["start"],
    ["dev"],
    ["db:reset"],
    ["publish-site", "--out", "published"],
    ["start-code", "security-admin"],
    ["import", "package.json", "--json"],
    ["check"],
    ["test"],
    ["test:properties"],
    ["test:attacks", "bodies"],
    ["test:fuzz", "csv"],
    ["bench"],
  ])("%s gets as far as npm ci, and ends with 1 when that fails", (...words) => {
    const { status, stdout, stderr } = run(...words);
    expect(`${stdout}${stderr}`).toContain("npm ci\n");
    expect(stderr).not.toMatch(/意外错误|ERR_/);
    expect(status).toBe(1);
  });

  it("lists its commands when asked for another", () => {
    const { status, stderr } = run("strat");
    expect(stderr).toMatch(/^用法：.* start \| /);
    expect(status).toBe(1);
  });
});
