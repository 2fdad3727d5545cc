import { run } from "../scripts/processes/processes.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder } from "../scripts/test/folder.mjs";

/** `npm run bench:import`: what reading a document and proposing tasks from it costs, beside unzipping and parsing it alone. */
export default async function benchImport() {
  await installPackages();
  const folder = await makeTestFolder();
  const told = await run(process.execPath, ["--import", "tsx", "bench/import.ts", folder]);
  console.log((told.code === 0 ? told.stdout : told.output).trim());
  return told.code === 0 ? 0 : 1;
}
