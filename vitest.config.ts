import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

// These check files, not a database.
const seedData = "db/seed/{data*,calendar}.test.ts";

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
          include: [
            "lib/{domain,edition,formats,ledger}/**/*.test.ts",
            "messages/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "app/**/*.test.{ts,tsx}",
            "scripts/**/*.test.mjs",
            seedData,
          ],
          testTimeout: 20_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["db/**/*.test.ts", "lib/*.test.ts"],
          exclude: [seedData],
          globalSetup: "scripts/test-database.mjs",
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
          include: ["{lib/domain,db/mutations}/*.properties.test.ts"],
          globalSetup: "scripts/test-database.mjs",
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
