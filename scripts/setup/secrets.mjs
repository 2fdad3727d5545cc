import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomInt,
} from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { findCluster } from "../postgres/place.mjs";
import { Failure } from "../report/failure.mjs";
import { firstPasswords } from "../report/first-passwords.mjs";
import { say } from "../report/words.mjs";

const needed = ["postgresPassword", "appRolePassword", "nextAuthSecret"];

/**
 * The secrets of one data folder, made on first start and kept in secrets.json with mode 600. A variable of the
 * environment goes before what is kept; only the demo password, once accounts were made with it, stays as it is.
 * Where there is a cluster already, nothing is made up: a file that is lost, unreadable or not whole is refused. The first
 * administrators' passwords, once they have left the file, are only made up for accounts that turn out to be new.
 */
export function loadSecrets(dataDir, env = process.env) {
  const file = join(dataDir, "secrets.json");
  const kept = readSecrets(file);
  const cluster = findCluster(dataDir);
  if (cluster) refuseMissing(file, kept, cluster);
  const secrets = { ...makeSecrets(env), ...kept };
  secrets.mailKey ??= makeMailKey();
  const isGone = (name) => isFirstPassword(name) && kept && !kept[name];
  const toKeep = pickBy(secrets, (name) => !isGone(name));
  if (!isDeepStrictEqual(toKeep, kept)) writeSecrets(file, toKeep);
  return {
    ...secrets,
    appRolePassword: env.APP_ROLE_PASSWORD || secrets.appRolePassword,
    workerRolePassword: env.WORKER_ROLE_PASSWORD || secrets.workerRolePassword,
    nextAuthSecret: env.NEXTAUTH_SECRET || secrets.nextAuthSecret,
    adminPassword: env.ADMIN_PASSWORD || secrets.adminPassword,
    mailKey: env.MAIL_KEY || secrets.mailKey,
  };
}

/** The worker's key to the mail server's password (db/seal.ts), which is sealed with its other half. */
export function makeMailKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
}

/** The half of a mail key that only seals. */
export function sealKeyOf(mailKey) {
  const key = createPrivateKey({
    key: Buffer.from(mailKey, "base64"),
    format: "der",
    type: "pkcs8",
  });
  return createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");
}

/** Secrets that were nobody's before. */
function makeSecrets(env) {
  return {
    postgresPassword: randomToken(),
    ownerRolePassword: randomToken(),
    appRolePassword: randomToken(),
    workerRolePassword: randomToken(),
    nextAuthSecret: randomToken(),
    demoPassword: env.DEMO_PASSWORD || readablePassword(),
    adminPassword: readablePassword(),
    securityAdminPassword: readablePassword(),
    auditAdminPassword: readablePassword(),
  };
}

/**
 * Makes new secrets in the place of a lost file; they are kept once `adopt` has made the cluster take them. Refuses while
 * the file is there, in whatever state.
 */
export async function renewSecrets(dataDir, adopt, env = process.env) {
  const file = join(dataDir, "secrets.json");
  if (existsSync(file)) throw new Failure(say("setup.secretsThere", { file }));
  const secrets = { ...makeSecrets(env), mailKey: makeMailKey() };
  await adopt(secrets);
  writeSecrets(file, secrets);
}

/**
 * Has the file hold the first password of each administrator for as long as they have it, and no longer: `roles` are of those
 * who have. One that the environment gives is never written.
 */
export function settleFirstPasswords(dataDir, { roles, ...secrets }, env = process.env) {
  const file = join(dataDir, "secrets.json");
  const kept = readSecrets(file);
  const held = roles.map((role) => firstPasswords[role]);
  const settled = pickBy(kept, (name) => !isFirstPassword(name) || held.includes(name));
  for (const name of held)
    if (name !== "adminPassword" || !env.ADMIN_PASSWORD) settled[name] ??= secrets[name];
  if (!isDeepStrictEqual(settled, kept)) writeSecrets(file, settled);
}

const isFirstPassword = (name) => Object.values(firstPasswords).includes(name);
const pickBy = (record, test) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => test(name)));

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

/** What the file holds; null when it is not there. Refuses one that cannot be read, or holds anything else than secrets. */
function readSecrets(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw new Failure(say("setup.secretsUnreadable", { file, code: error.code }));
  }
  const kept = parse(text);
  const isRecord = typeof kept === "object" && kept !== null && !Array.isArray(kept);
  const isWhole = isRecord && Object.values(kept).every((each) => each && typeof each === "string");
  if (!isWhole) throw new Failure(say("setup.secretsBroken", { file }));
  return kept;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuseMissing(file, kept, cluster) {
  if (!kept) throw new Failure(say("setup.secretsLost", { file, cluster }));
  if (needed.some((name) => !(name in kept)))
    throw new Failure(say("setup.secretsBroken", { file }));
}

/** Replaces the file whole; on the disk before its name is, so that a power cut leaves the old one or the new. */
function writeSecrets(file, secrets) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  const opened = openSync(draft, "wx", 0o600);
  try {
    writeFileSync(opened, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(draft, file);
}
