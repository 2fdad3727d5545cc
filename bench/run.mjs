import { runCommand } from "../scripts/processes/command.mjs";
import { step } from "../scripts/report/steps.mjs";
import { buildSite } from "../scripts/setup/build.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder, removeTestFolder } from "../scripts/test/folder.mjs";
import { startTestServer, testFacts } from "../scripts/test/server.mjs";
import { planTestSite, serveTestSite } from "../scripts/test/site.mjs";
import { measurePages } from "./pages.mjs";

let folder;

/** Serves the production build on a fresh copy of the seed and measures its pages there. */
async function bench() {
  await step("软件包 [npm ci]", installPackages);
  folder = await makeTestFolder();
  const server = await step("测试数据库 [PostgreSQL]", () => startTestServer(folder).then(quietly));
  const site = await planTestSite(server.value, folder);
  await step("构建 [next build]", () => buildSite(site.env));
  await step("网站 [next start]", () => serveTestSite(site, folder).then(quietly));
  return measurePages(site.env.PUBLIC_URL, testFacts.demoPassword);
}

/** Keeps a step from printing what it made. */
function quietly(value) {
  return { value };
}

runCommand(bench, { cleanUp: () => folder && removeTestFolder(folder) });
