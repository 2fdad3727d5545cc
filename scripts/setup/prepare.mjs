import { run } from "../processes/processes.mjs";
import { Failure, failureFrom } from "../report/failure.mjs";
import { root } from "./environment.mjs";

/**
 * Migrates the database of `ownerUrl` and seeds it if it is empty, in one process that reads TypeScript.
 * Returns {seeded, demo, accounts: [{username, name, role, unit}]}.
 */
export async function prepareDatabase(ownerUrl, { demo, demoToday, secrets }) {
  const { code, stdout, stderr } = await run(
    process.execPath,
    ["--import", "tsx", "db/prepare.ts"],
    {
      cwd: root,
      env: {
        ...process.env,
        OWNER_DATABASE_URL: ownerUrl,
        APP_ROLE_PASSWORD: secrets.appRolePassword,
        DEMO: demo,
        DEMO_TODAY: demoToday,
        DEMO_PASSWORD: secrets.demoPassword,
        ADMIN_PASSWORD: secrets.adminPassword,
      },
    },
  );
  if (code !== 0) throw failureFrom("更新数据库结构或灌入数据", stderr || stdout);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  try {
    return JSON.parse(last);
  } catch {
    throw new Failure(`db/prepare.ts 的最后一行应为 JSON，现在是“${last}”：请修正它后再运行。`);
  }
}
