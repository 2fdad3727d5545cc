import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root, runTypeScript } from "../processes/processes.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { installPackages } from "../setup/install.mjs";
import { makeTestFolder } from "./folder.mjs";
import { ownerUrlOf, startTestServer, testFacts } from "./server.mjs";

/** Keeps the demo's database of this version, for the tests of upgrades to come. Its secrets are those of tests. */
export default async function dumpDemo() {
  await installPackages();
  const folder = await makeTestFolder();
  const { superUrl } = await step(say("steps.testDatabase"), () => startTestServer(folder));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const file = `db/testing/dumps/v${version}.json.gz`;
  const { rows } = await step(say("steps.dump"), () =>
    runTypeScript(say("dump.doing"), ["db/testing/write-dump.ts", `v${version}`, file], {
      ...process.env,
      OWNER_DATABASE_URL: ownerUrlOf(superUrl, testFacts.template),
    }),
  );
  console.log(say("dump.done", { file, rows }));
  return 0;
}
