import { randomBytes } from "node:crypto";
import { createDatabase } from "../postgres/database.mjs";
import { handOver, makeRoles, openOnlyTo, roleUrl } from "../postgres/roles.mjs";
import { startPostgres } from "../postgres/server.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";

// The data is thrown away, so nothing waits for the disk.
const quickSettings = [
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
  ownerRole: "taizhang_owner",
  ownerRolePassword: "test-owner-role-password",
  appRole: "taizhang_app",
  appRolePassword: "test-app-role-password",
  workerRole: "taizhang_worker",
  workerRolePassword: "test-worker-role-password",
};

/**
 * Starts a PostgreSQL for tests in `folder`, with one template database for others to clone. Returns {superUrl, …testFacts}; superUrl leads the superuser to the maintenance database.
 */
export async function startTestServer(folder, more = []) {
  const password = randomBytes(12).toString("hex");
  const settings = [...quickSettings, ...more];
  const server = await startPostgres({ dataDir: folder, password, settings });
  const superUrl = server.url("postgres");
  await seedTestDatabase(superUrl, testFacts.template);
  return { superUrl, ...testFacts };
}

/**
 * Makes the tests' roles and a database of theirs, migrated and seeded as `npm start` does. Returns its owner's address.
 */
export async function seedTestDatabase(superUrl, name) {
  const roles = ["owner", "app", "worker"].map((part) => ({
    name: testFacts[`${part}Role`],
    password: testFacts[`${part}RolePassword`],
  }));
  await makeRoles(superUrl, roles, { isOurs: true });
  await createTestDatabase(superUrl, name, "template1");
  await handOver(databaseUrlOf(superUrl, name), testFacts.ownerRole);
  const ownerUrl = ownerUrlOf(superUrl, name);
  await prepareDatabase(ownerUrl, {
    ...testFacts,
    demo: "on",
    secrets: { ...testFacts, adminPassword: "test-admin-password" },
  });
  return ownerUrl;
}

/** Creates a database of the tests' owner, a clone of `template`, that only the tests' roles get into. */
export async function createTestDatabase(superUrl, name, template = testFacts.template) {
  const { ownerRole, appRole, workerRole } = testFacts;
  await createDatabase(superUrl, { name, owner: ownerRole, template });
  await openOnlyTo(databaseUrlOf(superUrl, name), [appRole, workerRole]);
}

/** The owner's address of one of them. */
export function ownerUrlOf(superUrl, name) {
  const { ownerRole, ownerRolePassword } = testFacts;
  return roleUrl(databaseUrlOf(superUrl, name), ownerRole, ownerRolePassword);
}

/** The superuser's. */
export function databaseUrlOf(superUrl, name) {
  const url = new URL(superUrl);
  url.pathname = name;
  return url.href;
}
