import { run } from "../scripts/processes/processes.mjs";
import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder } from "../scripts/test/folder.mjs";
import { startTestServer } from "../scripts/test/server.mjs";
import { planTestSite } from "../scripts/test/site.mjs";

/** `npm run bench:sheets`: 5,000 people imported, against the time in which their file is only read. */
export default async function benchSheets() {
  await installPackages();
  const folder = await makeTestFolder();
  const server = await step(say("steps.testDatabase"), () => startTestServer(folder));
  const { env } = await planTestSite(server, folder);
  const told = await run(process.execPath, ["--import", "tsx", "bench/sheets.ts"], { env });
  console.log(told.stdout.trim());
  if (told.code !== 0) console.log(told.output);
  return told.code === 0 ? 0 : 1;
}
