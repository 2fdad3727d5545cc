import { emptyDatabase, holdsDemo, openDatabase } from "../postgres/database.mjs";
import { takeStartLock } from "../processes/lock.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { readEnvironment } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { forgetDemoPassword, loadSecrets } from "../setup/secrets.mjs";

/** `npm run db:reset`: empties the database of a demo and seeds it again. */
export default async function resetDemo() {
  const config = readEnvironment();
  if (config.demo === "off") {
    throw new Failure(say("reset.demoOff"));
  }
  await takeStartLock(config);
  await installPackages();
  const database = await step(say("steps.database"), () =>
    openDatabase(config, loadSecrets(config.dataDir)),
  );
  if (!(await holdsDemo(database.ownerUrl))) {
    throw new Failure(say("reset.noDemo", { place: database.place }));
  }
  await step(say("steps.empty"), () => emptyDatabase(database.ownerUrl));
  // Only now are there no accounts left that have the old one.
  forgetDemoPassword(config.dataDir);
  const secrets = loadSecrets(config.dataDir);
  await step(say("steps.schemaAndData"), () =>
    prepareDatabase(database.ownerUrl, { ...config, secrets }),
  );
  console.log(say("reset.done", { password: secrets.demoPassword }));
  return 0;
}
