import { openDatabase } from "../postgres/database.mjs";
import { takeStartLock } from "../processes/lock.mjs";
import { refuseTakenPort } from "../processes/ports.mjs";
import { step } from "../report/steps.mjs";
import { summarize } from "../report/summary.mjs";
import { say } from "../report/words.mjs";
import { buildSite } from "../setup/build.mjs";
import { readEnvironment, siteEnv, workerEnv } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { weaknessOf } from "../setup/packages.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { loadSecrets, settleFirstPasswords } from "../setup/secrets.mjs";
import { superviseSite, superviseWorker } from "./serve.mjs";

/** `npm start`, or `npm run dev` with "--dev": runs until it is stopped. */
export default async function startSite(args) {
  const mode = args.includes("--dev") ? "dev" : "start";
  const config = readEnvironment();
  const secrets = await step(say("steps.environment"), async () => {
    await takeStartLock(config);
    await refuseTakenPort(config.port, config.host);
    return loadSecrets(config.dataDir);
  });
  await installPackages();
  const database = await step(say("steps.database"), () => openDatabase(config, secrets));
  const prepared = await step(say("steps.schemaAndData"), () =>
    prepareDatabase(database.ownerUrl, { ...config, secrets }),
  );
  if (!prepared.demo) {
    const roles = prepared.accounts.map(({ role }) => role);
    settleFirstPasswords(config.dataDir, { ...secrets, roles });
  }
  const serving = { config, ...database, secrets };
  const env = siteEnv(serving);
  if (mode === "start") await step(say("steps.build"), () => buildSite(env));
  const site = await step(say("steps.serve"), () =>
    superviseSite({ mode, host: config.host, port: config.port, env }),
  );
  const worker = await step(say("steps.worker"), () =>
    superviseWorker({ mode, env: workerEnv(serving) }),
  );
  const { place, version } = database;
  const weakness = weaknessOf(version);
  console.log(summarize({ config, prepared, secrets, place, weakness }));

  // Each part is started again whenever it ends; what no start mends ends them all.
  await Promise.race([database.lost, site.lost, worker.lost]);
}
