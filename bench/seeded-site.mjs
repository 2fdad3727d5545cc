import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { buildSite } from "../scripts/setup/build.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder } from "../scripts/test/folder.mjs";
import { startTestServer } from "../scripts/test/server.mjs";
import { planTestSite, serveTestSite } from "../scripts/test/site.mjs";

/**
 * Serves the production build on a fresh copy of the seed, with more `settings` of PostgreSQL if need be; returns {env,
 * folder, superUrl}: the site's environment, its files and the superuser's way to its database.
 */
export async function serveSeededSite({ settings } = {}) {
  await installPackages();
  const folder = await makeTestFolder();
  const server = await step(say("steps.testDatabase"), () => startTestServer(folder, settings));
  const site = await planTestSite(server, folder);
  await step(say("steps.build"), () => buildSite(site.env));
  await step(say("bench.serve"), () => serveTestSite(site, folder));
  return { env: site.env, folder, superUrl: site.superUrl };
}
