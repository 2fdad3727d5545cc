import { setTimeout as sleep } from "node:timers/promises";
import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { buildSite } from "../scripts/setup/build.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder } from "../scripts/test/folder.mjs";
import { startTestServer } from "../scripts/test/server.mjs";
import { planTestSite, serveTestSite } from "../scripts/test/site.mjs";

/**
 * Serves the production build on a fresh copy of the seed, with more `settings` of PostgreSQL if need be; returns {env,
 * folder, superUrl, pid}: the site's environment, its files, the superuser's way to its database and its process.
 */
export async function serveSeededSite({ settings } = {}) {
  await installPackages();
  const folder = await makeTestFolder();
  const server = await step(say("steps.testDatabase"), () => startTestServer(folder, settings));
  const site = await planTestSite(server, folder);
  await step(say("steps.build"), () => buildSite(site.env));
  const { child } = await step(say("bench.serve"), () => serveTestSite(site, folder));
  return { env: site.env, folder, superUrl: site.superUrl, pid: child.pid };
}

/** Waits until no page of the public edition waits to be made: what it asks meanwhile is nobody's. */
export async function untilBuilt(app) {
  for (;;) {
    const { edition } = await (await fetch(`${app}/api/health`)).json();
    if (edition.pages > 0 && edition.waiting === 0)
      return say("bench.editionPages", { pages: edition.pages });
    await sleep(500);
  }
}
