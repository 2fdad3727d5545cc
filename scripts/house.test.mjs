import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => existsSync(file));
const source = tracked.filter(
  (file) =>
    /\.(tsx?|mjs)$/.test(file) && !/\.(test|fixture)\./.test(file) && !file.startsWith("e2e/"),
);
const lines = (file) => readFileSync(file, "utf8").split("\n").length - 1;

const forbidden = [
  ["lib/domain", "@/db/client"],
  ["lib/domain", "@/lib/env"],
  ["lib/domain", "../env"],
  ["lib/domain", "node:crypto"],
  ["lib/domain", "next/headers"],
  ["db/queries", "@/lib/session"],
  ["db/queries", "@/components/day"],
  ["lib", "@/components/day"],
  ["lib", "drizzle-orm/pg-core"],
  ["components", "@/db/client"],
  ["components", "../db/client"],
  ["components", "@/lib/auth"],
  ["components/ui", "@/app/page"],
  ["app", "drizzle-orm"],
];
const allowed = [
  ["lib/domain", "./days"],
  ["lib/domain", "zod"],
  ["db/queries", "@/lib/domain/days"],
  ["db/queries", "@/lib/env"],
  ["lib", "@/db/queries/people"],
  ["components", "@/lib/domain/days"],
  ["components", "@/components/ui/anchor"],
];

/** Lints one file for each import in a folder of its own, under our rules. Returns the imports refused. */
function refusedImports(imports) {
  const root = mkdtempSync(join(tmpdir(), "taizhang-zones-"));
  const { vcs, ...config } = JSON.parse(readFileSync("biome.json", "utf8"));
  writeFileSync(join(root, "biome.json"), JSON.stringify({ ...config, $schema: undefined }));
  imports.forEach(([folder, specifier], i) => {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, `import${i}.ts`), `import "${specifier}";\n`);
  });
  const biome = resolve("node_modules/.bin/biome");
  const { stdout, stderr } = spawnSync(
    biome,
    ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "."],
    { cwd: root, encoding: "utf8" },
  );
  rmSync(root, { recursive: true });
  return imports.filter((_, i) => `${stdout}${stderr}`.includes(`import${i}.ts`));
}

test("the linter keeps the zones: who may import whom", () => {
  expect(refusedImports([...forbidden, ...allowed])).toEqual(forbidden);
});

test("only mutations and the seed write to the database", () => {
  const writes = /\b(tx|db|reader|database\(\))\s*\.(insert|update|delete)\(/;
  const writers = source.filter((file) => writes.test(readFileSync(file, "utf8")));
  expect(writers.length).toBeGreaterThan(0);
  expect(writers.filter((file) => !/^db\/(mutations|seed)\//.test(file))).toEqual([]);
});

test("files stay short: median under 60 lines, nine in ten under 120, none over 250", () => {
  const sizes = source.map(lines).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(60);
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(120);
  expect(sizes.at(-1)).toBeLessThanOrEqual(250);
});

test("the documents name no file that is gone", () => {
  const documents = tracked.filter((file) => file.endsWith(".md"));
  const gone = documents.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /`((?:app|components|db|lib|messages|e2e|scripts|docs|bench)\/[\w./[\]()-]+\.\w+)`/g,
      ),
    ]
      .map(([, path]) => path)
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(gone).toEqual([]);
});
