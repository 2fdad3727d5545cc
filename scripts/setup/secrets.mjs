import { randomBytes, randomInt } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

/**
 * The secrets of one data folder, made on first start and kept in secrets.json with mode 600. A variable of the
 * environment goes before what is kept; only the demo password, once accounts were made with it, stays as it is.
 */
export function loadSecrets(dataDir, env = process.env) {
  const file = join(dataDir, "secrets.json");
  const kept = readSecrets(file);
  const secrets = {
    postgresPassword: kept.postgresPassword ?? randomToken(),
    ownerRolePassword: kept.ownerRolePassword ?? randomToken(),
    appRolePassword: kept.appRolePassword ?? randomToken(),
    workerRolePassword: kept.workerRolePassword ?? randomToken(),
    nextAuthSecret: kept.nextAuthSecret ?? randomToken(),
    demoPassword: kept.demoPassword ?? (env.DEMO_PASSWORD || readablePassword()),
    adminPassword: kept.adminPassword ?? readablePassword(),
  };
  if (!isDeepStrictEqual(secrets, kept)) writeSecrets(file, secrets);
  return {
    ...secrets,
    appRolePassword: env.APP_ROLE_PASSWORD || secrets.appRolePassword,
    workerRolePassword: env.WORKER_ROLE_PASSWORD || secrets.workerRolePassword,
    nextAuthSecret: env.NEXTAUTH_SECRET || secrets.nextAuthSecret,
    adminPassword: env.ADMIN_PASSWORD || secrets.adminPassword,
  };
}

/** Forgets the demo password before a new seed: the next load takes DEMO_PASSWORD or makes a new one. */
export function forgetDemoPassword(dataDir) {
  const file = join(dataDir, "secrets.json");
  const { demoPassword: _forgotten, ...rest } = readSecrets(file);
  writeSecrets(file, rest);
}

/** Four groups of letters and digits that cannot be mistaken for one another, such as kw7m-x3pd-h9ra-t4ue. */
export function readablePassword() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

function randomToken() {
  return randomBytes(32).toString("base64url");
}

function readSecrets(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Failure(say("setup.secretsBroken", { file }));
    }
    throw error;
  }
}

function writeSecrets(file, secrets) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
