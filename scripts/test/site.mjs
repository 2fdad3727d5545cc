import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "../processes/ports.mjs";
import { siteEnv, workerEnv } from "../setup/environment.mjs";
import { makeMailKey } from "../setup/secrets.mjs";
import { serveSite, superviseWorker } from "../site/serve.mjs";
import { createTestDatabase, databaseUrlOf, ownerUrlOf, testFacts } from "./server.mjs";

const database = "taizhang_e2e";

/**
 * Clones the template for the end-to-end tests and returns where the site will be: {port, env, workerEnv, superUrl}. Its
 * files go into `folder`.
 */
export async function planTestSite(server, folder) {
  await createTestDatabase(server.superUrl, database);
  const port = await findFreePort();
  const publicUrl = `http://localhost:${port}`;
  const config = { ...testFacts, port, publicUrl, dataDir: folder, demo: "on" };
  const secrets = {
    ...testFacts,
    nextAuthSecret: "test-only-secret-of-at-least-32-characters",
    mailKey: makeMailKey(),
  };
  const serving = { config, ownerUrl: ownerUrlOf(server.superUrl, database), secrets };
  return {
    port,
    env: siteEnv(serving),
    workerEnv: workerEnv(serving),
    superUrl: databaseUrlOf(server.superUrl, database),
  };
}

/** Serves the production build there, with its worker; their log goes into `folder`. Returns the site's process. */
export async function serveTestSite({ port, env, workerEnv }, folder) {
  const output = createWriteStream(join(folder, "site.log"));
  const site = await serveSite({ mode: "start", host: "127.0.0.1", port, env, output });
  await superviseWorker({ mode: "start", env: workerEnv, output });
  return site;
}

/** What the tests in the browser are told. */
export function playwrightEnv({ env, superUrl }) {
  return {
    BASE_URL: env.PUBLIC_URL,
    DEMO_PASSWORD: testFacts.demoPassword,
    DATABASE_URL: env.DATABASE_URL,
    SUPERUSER_DATABASE_URL: superUrl,
  };
}
