import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { subjects } from "./order.mjs";
import { read, tracked } from "./tree.mjs";

// What README, CONTRIBUTING and docs claim is true of the tree, as far as a test can read it.

const documents = tracked.filter((file) => file.endsWith(".md"));
const code = tracked
  .filter((file) => /\.(tsx?|mjs|sql|conf)$/.test(file))
  .map(read)
  .join("\n");
const commands = JSON.parse(read("package.json")).scripts;

/** What stands between backticks in the documents and looks as asked, each with its document. */
const quoted = (pattern, files = documents) =>
  files.flatMap((file) =>
    [...read(file).matchAll(/`([^`\n]+)`/g)].flatMap(([, text]) => {
      const [, found] = pattern.exec(text) ?? [];
      return found ? [{ file, found }] : [];
    }),
  );
const untrue = (claims, isTrue) =>
  claims.filter(({ found }) => !isTrue(found)).map(({ file, found }) => `${file}: ${found}`);

test("every file and folder that they name is there", () => {
  const paths = quoted(
    /^((?:app|components|db|lib|messages|e2e|scripts|docs|bench|deploy)\/[\w./[\]()-]+)$/,
  );
  expect(paths.length).toBeGreaterThan(60);
  expect(untrue(paths, existsSync)).toEqual([]);
});

/** Names of other people's code: of PostgreSQL, Next and Node. */
const foreign = ["pg_dump", "pg_basebackup", "proxyClientMaxBodySize", "requestTimeout"];

test("every name of code that they quote stands in the code", () => {
  const names = quoted(/^([a-z]+[A-Z]\w*|[a-z]+(?:_[a-z]+)+)(?:\(.*\))?$/);
  expect(names.length).toBeGreaterThan(20);
  const isThere = (name) => foreign.includes(name) || new RegExp(`\\b${name}\\b`).test(code);
  expect(untrue(names, isThere)).toEqual([]);
});

test("every command can be given", () => {
  const given = quoted(/^(?:[A-Z_]+=\S+ )*npm (?:run )?(?:-s )?([\w:-]+)/);
  expect(given.length).toBeGreaterThan(15);
  expect(untrue(given, (name) => name in commands || name === "ci")).toEqual([]);
});

test("every variable of the tables of configuration is read somewhere", () => {
  const rows = ["README.md", "docs/operations.md"].flatMap((file) =>
    [...read(file).matchAll(/^\|((?: *`[A-Z_]{4,}`[、 ]*)+)\|/gm)].flatMap(([, cell]) =>
      [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, found]) => ({ file, found })),
    ),
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(untrue(rows, (name) => new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
});

test("the addresses of open data have their routes", () => {
  const routeOf = (path) => `app${path.replace(/\/tasks\/[A-Z].*/, "/tasks/[code]")}/route.ts`;
  const addresses = quoted(/^(\/api\/v1\/[\w./-]+)$/);
  expect(addresses.length).toBeGreaterThan(5);
  expect(untrue(addresses, (path) => existsSync(routeOf(path)))).toEqual([]);
});

test("README's demo accounts are those of the seed", () => {
  const named = [...read("README.md").matchAll(/^\| ((?:`[a-z0-9-]+`、?)+) \|/gm)].flatMap(
    ([, cell]) => [...cell.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  const seeded = JSON.parse(read("db/seed/data/demo-people.json")).map(({ username }) => username);
  expect(named.filter((name) => !seeded.includes(name))).toEqual([]);
});

test("CONTRIBUTING gives the order of subjects as it is, and leads to subjects only", () => {
  const text = read("CONTRIBUTING.md");
  expect(text.replaceAll("\n", " ")).toContain(subjects.join(" · "));
  const table = text.slice(text.indexOf("| 主题 |"), text.indexOf("引用方向由"));
  const rows = [...table.matchAll(/^\| ([a-z-]+) \|/gm)].map(([, subject]) => subject);
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter((row) => ![...subjects, "messages"].includes(row))).toEqual([]);
});
