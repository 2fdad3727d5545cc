import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../processes/processes.mjs";
import { isInstalled } from "./install.mjs";

describe("whether npm ci is needed", () => {
  const zod = { version: "4.0.0", integrity: "sha512-a" };
  const forMac = { version: "1.0.0", optional: true };
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "install-test-"));
    mkdirSync(join(folder, "node_modules"));
    write("package-lock.json", { "": {}, "node_modules/zod": zod, "node_modules/mac": forMac });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (file, packages) => writeFileSync(join(folder, file), JSON.stringify({ packages }));
  const installed = (packages) => write("node_modules/.package-lock.json", packages);

  it("is, before the first", () => expect(isInstalled(folder)).toBe(false));

  it("is not, when only packages of other systems are missing", () => {
    installed({ "node_modules/zod": zod });
    expect(isInstalled(folder)).toBe(true);
  });

  it("is, when a package is missing or another version", () => {
    installed({ "node_modules/mac": forMac });
    expect(isInstalled(folder)).toBe(false);
    installed({ "node_modules/zod": { ...zod, version: "4.0.1" } });
    expect(isInstalled(folder)).toBe(false);
  });
});

it("package-lock.json names the packages of every system, without which npm ci refuses to run", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const places = Object.keys(packages);
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)));
  expect([...new Set(missing)]).toEqual([]);
});
