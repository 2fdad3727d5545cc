import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { testDatabase } from "./testing/test-database";

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("a start that fails shows where, and neither statements nor their parameters", async () => {
  await db.owner.execute("alter table departments rename to departments_gone");
  const { appRole, appRolePassword, workerRole, demoPassword } = inject("testServer");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "db/prepare.ts"],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        OWNER_DATABASE_URL: db.ownerUrl,
        APP_ROLE: appRole,
        APP_ROLE_PASSWORD: appRolePassword,
        WORKER_ROLE: workerRole,
        DEMO: "on",
        DEMO_TODAY: "2024-06-12",
        DEMO_PASSWORD: demoPassword,
      },
    },
  );
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/relation "departments" does not exist[\s\S]*\n +at /);
  for (const said of ["Failed query", "params", appRolePassword, demoPassword])
    expect(stderr.includes(said), said).toBe(false);
});
