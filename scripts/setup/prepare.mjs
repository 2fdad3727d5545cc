import { runTypeScript } from "../processes/processes.mjs";

/**
 * Migrates the database of `ownerUrl` and seeds it if it is empty, in one process that reads TypeScript.
 * Returns {seeded, demo, accounts: [{username, name, role, unit}]}.
 */
export function prepareDatabase(ownerUrl, { demo, demoToday, secrets }) {
  return runTypeScript("更新数据库结构或灌入数据", ["db/prepare.ts"], {
    ...process.env,
    OWNER_DATABASE_URL: ownerUrl,
    APP_ROLE_PASSWORD: secrets.appRolePassword,
    DEMO: demo,
    DEMO_TODAY: demoToday,
    DEMO_PASSWORD: secrets.demoPassword,
    ADMIN_PASSWORD: secrets.adminPassword,
  });
}
