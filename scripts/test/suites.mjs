import { Failure } from "../report/failure.mjs";
import { startTally, step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { buildSite } from "../setup/build.mjs";
import { installPackages } from "../setup/install.mjs";
import { checkLint, checkTypes, checkVersions } from "./check.mjs";
import { makeTestFolder } from "./folder.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";
import { startTestServer } from "./server.mjs";
import { planTestSite, playwrightEnv, serveTestSite } from "./site.mjs";

const suites = ["unit", "integration", "e2e"];

/** `npm test`: everything, or one suite narrowed down by words. The last line is "N passed, N failed". */
export default async function runSuites([suite, ...filters]) {
  if (suite && !suites.includes(suite)) {
    throw new Failure(say("test.noSuite", { suite, suites: suites.join(" | ") }));
  }
  const wants = (name) => !suite || suite === name;
  const tally = startTally();
  const folder = await tally.attempt(prepareMachine);
  if (!folder) return tally.finish();
  const wantsServer = wants("integration") || wants("e2e");
  const server = wantsServer && (await tally.attempt(() => openServer(folder)));
  const site = server && wants("e2e") && (await tally.attempt(() => planTestSite(server, folder)));

  // Two lanes for two cores; the compiler's lane is in order, because type check and build share .next/types.
  const compiler = async () => {
    if (!suite) await tally.job(say("steps.types"), checkTypes);
    if (!suite) await tally.job(say("steps.lint"), checkLint);
    if (!suite) await tally.job(say("steps.versions"), checkVersions);
    return site && tally.job(say("steps.build"), () => build(site.env));
  };
  const tests = async () => {
    if (wants("unit"))
      await tally.job(say("steps.unit"), () => runVitest("unit", filters, { folder }));
    if (server && wants("integration")) {
      const env = { TEST_SERVER: JSON.stringify(server) };
      await tally.job(say("steps.integration"), () =>
        runVitest("integration", filters, { folder, env }),
      );
    }
  };
  const [built] = await Promise.all([compiler(), tests()]);
  if (built) await tally.job(say("steps.e2e"), () => runE2e(site, filters, folder));
  return tally.finish();
}

async function prepareMachine() {
  await installPackages();
  return makeTestFolder();
}

function openServer(folder) {
  return step(say("steps.testDatabase"), () => startTestServer(folder));
}

async function build(env) {
  await buildSite(env);
  return { passed: 1, failed: 0 };
}

async function runE2e(site, filters, folder) {
  await serveTestSite(site, folder);
  return runPlaywright(filters, { folder, env: playwrightEnv(site) });
}
