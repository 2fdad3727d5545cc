import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// Whoever asks for a database of their own runs beside a real PostgreSQL; all other tests run without.
const tests = "{app,components,db,lib,messages,scripts}/**/*.test.{ts,tsx,mjs}";
const withDatabase = ["db", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => /testDatabase\(|inject\("testServer"\)/.test(readFileSync(file, "utf8"))),
);

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // They share no state, so the files of one worker share its modules: loading them anew takes most of the time.
          pool: "threads",
          isolate: false,
          include: [tests],
          exclude: withDatabase,
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: withDatabase,
          globalSetup: "scripts/test/global-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          // The same random tests as in the two projects above, at the length that `npm run test:properties` gives them.
          name: "properties",
          include: ["{lib/domain,db}/**/*.properties.test.ts"],
          globalSetup: "scripts/test/global-setup.ts",
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
