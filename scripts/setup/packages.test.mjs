import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../processes/processes.mjs";
import { isAtLeast } from "./node-version.mjs";
import { lockedPackages, minimumVersions, outdatedPackages, weaknessOf } from "./packages.mjs";

it.each([
  ["20.19.0", "20.19.0", true],
  ["20.9.0", "20.19.0", false],
  ["24.0.0", "20.19.0", true],
  ["18.4", "18.6", false],
  ["18.10", "18.6", true],
  ["19.0", "18.6", true],
  ["18.4.0-beta.17", "18.4.0", true],
  ["16", "15", true],
  ["14.23", "15", false],
])("%s against %s: %s", (version, oldest, enough) => {
  expect(isAtLeast(version, oldest)).toBe(enough);
});

describe("the versions that are locked", () => {
  it("are none of them older than the table allows, and the table names only what is there", () => {
    const locked = lockedPackages();
    expect(locked.length).toBeGreaterThan(200);
    expect(outdatedPackages(locked)).toEqual([]);
    const names = locked.map(({ name }) => name);
    const floors = Object.entries(minimumVersions().packages);
    expect(floors.filter(([name]) => !names.includes(name))).toEqual([]);
    for (const [name, { minimum, why }] of floors)
      expect([name, minimum, why.length > 10]).toEqual([
        name,
        expect.stringMatching(/^\d+\.\d+\.\d+$/),
        true,
      ]);
  });

  it("are found out when one is older, even deep inside of another", () => {
    const folder = mkdtempSync(join(tmpdir(), "packages-test-"));
    const lock = {
      packages: {
        "": { version: "1.0.0" },
        "node_modules/nodemailer": { version: "10.6.0" },
        "node_modules/next-auth/node_modules/nodemailer": { version: "7.0.13" },
        "node_modules/@node-rs/argon2": { version: "2.2.1" },
      },
    };
    writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
    const locked = lockedPackages(folder);
    rmSync(folder, { recursive: true });
    expect(locked.map(({ name }) => name)).toEqual(["nodemailer", "nodemailer", "@node-rs/argon2"]);
    const floors = { nodemailer: { minimum: "10.0.1" } };
    expect(outdatedPackages(locked, floors)).toEqual(["nodemailer 7.0.13 < 10.0.1"]);
  });
});

it.each([
  [180004, { version: "18.4", secure: "18.6" }],
  [180006, null],
  [180010, null],
  [170002, null],
])("of PostgreSQL %i the weakness is %o", (version, weakness) =>
  expect(weaknessOf(version)).toEqual(weakness),
);

it("stands in docs/operations.md, line by line", () => {
  const text = readFileSync(join(root, "docs/operations.md"), "utf8");
  const { node, postgresql, packages } = minimumVersions();
  const rows = Object.entries({ "Node.js": node, PostgreSQL: postgresql, ...packages });
  const missing = rows.filter(
    ([name, { minimum, why }]) => !text.includes(`| ${name} | ${minimum} | ${why} |`),
  );
  expect(missing.map(([name]) => name)).toEqual([]);
});
