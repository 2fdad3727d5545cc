import { resetPassword } from "../postgres/cluster.mjs";
import { clearLeftovers } from "../postgres/leftovers.mjs";
import { findCluster, findPlace } from "../postgres/place.mjs";
import { takeStartLock } from "../processes/lock.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { readEnvironment } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { renewSecrets } from "../setup/secrets.mjs";

/** `npm run secrets:renew`: new secrets for an embedded database whose secrets.json is lost, and of which there is no copy. */
export default async function renewLostSecrets() {
  const { dataDir, publicUrl } = readEnvironment();
  if (!findCluster(dataDir)) throw new Failure(say("renew.nothing", { dataDir }));
  await takeStartLock({ dataDir, publicUrl });
  await installPackages();
  await step(say("steps.secrets"), () =>
    renewSecrets(dataDir, async ({ postgresPassword }) => {
      const place = findPlace(dataDir);
      await clearLeftovers(place.data);
      await resetPassword(place, postgresPassword);
    }),
  );
  console.log(say("renew.done"));
  return 0;
}
