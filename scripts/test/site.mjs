import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createDatabase } from "../postgres/database.mjs";
import { findFreePort } from "../processes/ports.mjs";
import { siteEnv } from "../setup/environment.mjs";
import { serveSite, superviseWorker } from "../site/serve.mjs";
import { testFacts } from "./server.mjs";

const database = "taizhang_e2e";

/** Clones the template for the end-to-end tests and returns where the site will be: {port, env, ownerUrl}. Its files go into `folder`. */
export async function planTestSite(server, folder) {
  await createDatabase(server.ownerUrl, database, testFacts.template);
  const port = await findFreePort();
  const ownerUrl = new URL(server.ownerUrl);
  ownerUrl.pathname = database;
  const publicUrl = `http://localhost:${port}`;
  const config = { port, publicUrl, dataDir: folder, demo: "on" };
  const secrets = { ...testFacts, nextAuthSecret: "test-only-secret-of-at-least-32-characters" };
  return { port, ownerUrl: ownerUrl.href, env: siteEnv({ config, ownerUrl, secrets }) };
}

/** Serves the production build there, with its worker; their log goes into `folder`. */
export async function serveTestSite({ port, env }, folder) {
  const output = createWriteStream(join(folder, "site.log"));
  await serveSite({ mode: "start", host: "127.0.0.1", port, env, output });
  await superviseWorker({ env, output });
}

/** What the tests in the browser are told. */
export function playwrightEnv({ env, ownerUrl }) {
  return {
    BASE_URL: env.PUBLIC_URL,
    DEMO_PASSWORD: testFacts.demoPassword,
    DATABASE_URL: env.DATABASE_URL,
    OWNER_DATABASE_URL: ownerUrl,
  };
}
