import { findRunningDatabase, openDatabase } from "../postgres/database.mjs";
import { takeLock, takeStartLock } from "../processes/lock.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";

/** The database of the site if it is running; otherwise it is opened and prepared as `npm start` does. */
export async function findDatabase(config, secrets) {
  const { holder, release } = takeLock(config.dataDir, "start.lock", {
    publicUrl: config.publicUrl,
  });
  if (holder) return { ownerUrl: findRunningDatabase(config, secrets) };
  release();
  await takeStartLock(config);
  const { ownerUrl } = await openDatabase(config, secrets);
  await prepareDatabase(ownerUrl, { ...config, secrets });
  return { ownerUrl };
}
