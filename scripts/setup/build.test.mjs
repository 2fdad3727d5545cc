import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hashSources } from "./build.mjs";

let folder;
const write = (file, text) => writeFileSync(join(folder, file), text);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "build-test-"));
  for (const name of ["app", "docs", "node_modules", ".next"]) mkdirSync(join(folder, name));
  write("app/page.tsx", "a");
});
afterEach(() => rmSync(folder, { recursive: true }));

it.each([
  ["app/page.tsx", "b"],
  ["app/new.css", ""],
  ["next.config.js", ""],
  ["package-lock.json", "{}"],
])("%s changes the build", (file, text) => {
  const before = hashSources(folder);
  write(file, text);
  expect(hashSources(folder)).not.toBe(before);
});

it.each([
  "app/page.test.ts",
  "docs/operations.md",
  "README.md",
  ".next/BUILD_ID",
  "node_modules/.package-lock.json",
  "tsconfig.tsbuildinfo",
  "next-env.d.ts",
])("%s does not", (file) => {
  const before = hashSources(folder);
  write(file, "changed");
  expect(hashSources(folder)).toBe(before);
});
