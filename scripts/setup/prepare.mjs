import { runTypeScript } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

/** What db/prepare.ts can refuse, in a sentence that says how to mend it. */
const refusals = {
  environment: ({ names }) =>
    say("setup.prepare.environment", { names: names.join(say("list.and")) }),
  newer: () => say("setup.prepare.newer"),
  weakPassword: ({ username }) => say("setup.prepare.weakPassword", { username }),
  appPassword: () => say("setup.prepare.appPassword"),
  privilege: () => say("setup.prepare.privilege"),
  role: ({ role }) => say("setup.prepare.strongRole", { role }),
  holds: ({ holds }) =>
    holds === "demo" ? say("setup.prepare.holdsDemo") : say("setup.prepare.holdsReal"),
};

/**
 * Migrates the database of `ownerUrl` and seeds it if it is empty, in one process that reads TypeScript.
 * Returns {seeded, added, demo, accounts: [{username, name, role, unit}]}: of a real installation, those with their first password.
 */
export async function prepareDatabase(
  ownerUrl,
  { demo, demoToday, seed = "empty", appRole, workerRole, secrets },
) {
  const answer = await runTypeScript(say("setup.prepare.doing"), ["db/prepare.ts"], {
    ...process.env,
    OWNER_DATABASE_URL: ownerUrl,
    APP_ROLE: appRole,
    APP_ROLE_PASSWORD: secrets.appRolePassword,
    WORKER_ROLE: workerRole,
    DEMO: demo,
    DEMO_TODAY: demoToday,
    SEED: seed,
    DEMO_PASSWORD: secrets.demoPassword,
    ADMIN_PASSWORD: secrets.adminPassword,
    SECURITY_ADMIN_PASSWORD: secrets.securityAdminPassword,
    AUDIT_ADMIN_PASSWORD: secrets.auditAdminPassword,
  });
  if (answer.refused) throw new Failure(refusals[answer.refused](answer));
  return answer;
}
