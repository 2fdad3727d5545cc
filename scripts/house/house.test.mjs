import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { subjects } from "./order.mjs";
import {
  againstOrder,
  circles,
  importsOf,
  oldWords,
  throughPublicDoor,
  tooFull,
  tooLong,
} from "./rules.mjs";
import { read, tracked } from "./tree.mjs";
import { zones } from "./zones.mjs";

const sources = new Map(
  tracked.filter((file) => /\.(tsx?|mjs)$/.test(file)).map((file) => [file, read(file)]),
);
const imports = importsOf(sources);

/** A house of its own: what each of its files imports, and nothing else in it. */
const house = (files) =>
  new Map(Object.entries(files).map(([file, target]) => [file, target && `import "${target}";\n`]));

describe("a subject never imports one that stands later", () => {
  test("nor does any of ours", () => {
    expect(imports.size).toBeGreaterThan(500);
    expect(againstOrder(imports)).toEqual([]);
  });

  test("one that does is found, in every layer, types too", () => {
    for (const layer of ["lib/domain", "db/queries", "db/mutations", "components", "lib"]) {
      const [early, late] = [`${layer}/tasks/a.ts`, `${layer}/chasing/b.ts`];
      const planted = new Map([
        [early, `import type { B } from "@/${layer}/chasing/b";\n`],
        [late, ""],
      ]);
      expect(againstOrder(importsOf(planted))).toEqual([`${early} → ${late}`]);
    }
  });

  test("nor does a root import a subject, nor a purpose of scripts a later one", () => {
    const root = house({
      "lib/domain/inputs.ts": "./plans",
      "lib/domain/plans.ts": "",
      "scripts/report/steps.mjs": "../site/serve.mjs",
      "scripts/site/serve.mjs": "",
    });
    expect(againstOrder(importsOf(root))).toHaveLength(2);
  });
});

describe("the public door uses what is on its list", () => {
  test("and nothing else of ours", () => {
    expect(throughPublicDoor(imports)).toEqual([]);
  });

  test("what comes through it from another layer is found", () => {
    const planted = house({
      "components/public/a.tsx": "@/lib/domain/audit/audit-events",
      "lib/domain/audit/audit-events.ts": "",
    });
    expect(throughPublicDoor(importsOf(planted))).toHaveLength(1);
  });
});

describe("no import goes round in a circle", () => {
  test("of ours", () => {
    expect(circles(imports)).toEqual([]);
  });

  test("one of types alone is found", () => {
    const planted = new Map([
      ["lib/a.ts", 'import type { B } from "./b";\n'],
      ["lib/b.ts", 'import type { A } from "./a";\n'],
    ]);
    expect(circles(importsOf(planted))).toEqual(["lib/a.ts ↔ lib/b.ts"]);
  });
});

describe("files and folders can be read at a glance", () => {
  test("no file is longer than 250 lines, no folder holds more than 40 sources", () => {
    expect(tooLong(sources)).toEqual([]);
    expect(tooFull(sources)).toEqual([]);
  });

  test("a line more, a file more is found", () => {
    expect(tooLong(new Map([["lib/a.ts", "\n".repeat(251)]]))).toEqual(["lib/a.ts: 251"]);
    const many = Array.from({ length: 41 }, (_, i) => [`components/ui/a${i}.tsx`, ""]);
    expect(tooFull(new Map(many))).toEqual(["components/ui: 41"]);
    expect(tooFull(new Map(many.slice(1)))).toEqual([]);
  });
});

describe("one word for one thing", () => {
  test("no name of the old list is left", () => {
    expect(oldWords(sources)).toEqual([]);
  });

  test("an old name is found, in code or as a file's", () => {
    const planted = new Map([
      ["lib/domain/chasing/ladder.ts", ""],
      ["lib/a.ts", "export type Rung = number; // the rung of a ladder\n"],
    ]);
    expect(oldWords(planted)).toEqual(["lib/domain/chasing/ladder.ts", "lib/a.ts: Rung"]);
  });
});

const forbidden = [
  ["lib/domain", "@/db/client"],
  ["lib/domain", "@/lib/env"],
  ["lib/domain", "../env"],
  ["lib/domain", "node:crypto"],
  ["lib/domain", "next/headers"],
  ["lib/domain/tasks", "@/lib/domain/chasing/reminders"],
  ["lib/domain/tasks", "@/lib/domain/plans"],
  ["lib/domain", "@/lib/domain/tasks/tasks"],
  ["db/queries", "@/lib/auth/session"],
  ["db/queries", "@/components/ui/day"],
  ["db/queries/public", "@/db/queries/inbox/inbox"],
  ["db/queries/public", "@/lib/domain/audit/audit-events"],
  ["db/mutations/tasks", "@/db/mutations/submissions/drafts"],
  ["lib", "@/components/ui/day"],
  ["lib", "drizzle-orm/pg-core"],
  ["lib/public", "@/lib/open-data/catalog"],
  ["components", "@/db/client"],
  ["components", "../db/client"],
  ["components", "@/lib/auth/auth"],
  ["components/ui", "@/app/page"],
  ["components/ui", "@/components/tasks/work-task"],
  ["app", "drizzle-orm"],
  ["scripts/report", "../site/serve.mjs"],
];
const allowed = [
  ["lib/domain", "./days"],
  ["lib/domain", "zod"],
  ["lib/domain/chasing", "@/lib/domain/tasks/tasks"],
  ["db/queries", "@/lib/domain/calendar/days"],
  ["db/queries", "@/lib/env"],
  ["db/queries/public", "@/db/queries/tasks/task-health"],
  ["lib", "@/db/queries/people"],
  ["components", "@/lib/domain/calendar/days"],
  ["components/work", "@/components/ui/anchor"],
  ["scripts/site", "../report/steps.mjs"],
];

/** Lints one file for each import in a folder of its own, under our rules. Returns the imports refused. */
function refusedImports(planted) {
  const root = mkdtempSync(join(tmpdir(), "taizhang-zones-"));
  const { vcs, ...config } = JSON.parse(read("biome.json"));
  const files = { "biome.json": JSON.stringify({ ...config, $schema: undefined }) };
  files["scripts/house/zones.json"] = read("scripts/house/zones.json");
  for (const [i, [folder, specifier]] of planted.entries())
    files[`${folder}/import${i}.ts`] = `import type { A } from "${specifier}";\n`;
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const { stdout, stderr } = spawnSync(
    resolve("node_modules/.bin/biome"),
    ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "."],
    { cwd: root, encoding: "utf8" },
  );
  rmSync(root, { recursive: true });
  return planted.filter((_, i) => `${stdout}${stderr}`.includes(`import${i}.ts`));
}

describe("the linter", () => {
  test("keeps the zones: who may import whom", () => {
    expect(refusedImports([...forbidden, ...allowed])).toEqual(forbidden);
  });

  test("has its zones from the order; node scripts/run.mjs zones writes them anew", () => {
    expect(JSON.parse(read("scripts/house/zones.json"))).toEqual({ overrides: zones() });
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

test("only mutations and the seed write to the database", () => {
  const writes = /\b(tx|db|reader|database\(\))\s*\.(insert|update|delete)\(/;
  const writers = [...sources.keys()].filter(
    (file) => !/\.(test|fixture)\.|^e2e\//.test(file) && writes.test(read(file)),
  );
  expect(writers.length).toBeGreaterThan(0);
  expect(writers.filter((file) => !/^db\/(mutations|seed)\//.test(file))).toEqual([]);
});

test("a page takes its query as an address can bear it: any name, any number of times", () => {
  const pages = [...sources].filter(([file]) => file.startsWith("app/"));
  const narrower = pages.filter(([, text]) => /searchParams: Promise<(?!Query>)/.test(text));
  expect(narrower.map(([file]) => file)).toEqual([]);
});
