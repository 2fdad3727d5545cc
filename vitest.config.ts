import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// Whoever asks for a database or sets the environment runs alone, beside a real PostgreSQL; all other tests share a process.
const tests = "{app,components,db,lib,messages,scripts}/**/*.test.{ts,tsx,mjs}";
const alone = ["db", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) =>
      /testDatabase\(|inject\("testServer"\)|process\.env\./.test(readFileSync(file, "utf8")),
    ),
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
          exclude: alone,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: alone,
          globalSetup: "scripts/test/global-setup.ts",
          testTimeout: 60_000,
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
