import { randomBytes } from "node:crypto";
import { createDatabase } from "../postgres/database.mjs";
import { startPostgres } from "../postgres/server.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";

// The data is thrown away, so nothing waits for the disk.
const settings = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_connections=200",
];

/** What every test database has in common. */
export const testFacts = {
  template: "taizhang_template",
  demoToday: "2024-06-12",
  demoPassword: "test-demo-password",
  appRolePassword: "test-app-role-password",
};

/**
 * Starts a PostgreSQL for tests in `folder`, with one template database, migrated and seeded, for others to clone.
 * Returns {ownerUrl, …testFacts}; ownerUrl leads to the maintenance database "postgres".
 */
export async function startTestServer(folder) {
  const password = randomBytes(12).toString("hex");
  const server = await startPostgres({ dataDir: folder, password, settings });
  const ownerUrl = server.url("postgres");
  await createDatabase(ownerUrl, testFacts.template);
  await prepareDatabase(server.url(testFacts.template), {
    demo: "on",
    demoToday: testFacts.demoToday,
    secrets: { ...testFacts, adminPassword: "test-admin-password" },
  });
  return { ownerUrl, ...testFacts };
}
