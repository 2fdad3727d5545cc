import { isIP } from "node:net";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { siteDatabase } from "../postgres/database.mjs";
import { roleUrl } from "../postgres/roles.mjs";
import { root } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { sealKeyOf } from "./secrets.mjs";

/**
 * The configuration of one start, read from environment variables (an empty one counts as unset).
 * Refuses a value that cannot work with a sentence that names the variable.
 */
export function readEnvironment(env = process.env) {
  const port = readPort(env.PORT || "3000");
  const host = readHost(env.HOST || "127.0.0.1");
  refuseShortSecret(env.NEXTAUTH_SECRET);
  refuseMail(env.SMTP_URL, env.MAIL_FROM);
  refuseProxies(env.TRUSTED_PROXIES || "");
  refuseSizeLimit(env.DATABASE_SIZE_LIMIT_MB || "");
  refuseScanner(env.CLAMD);
  refuseKeptDays(env.LETTERS_KEPT_DAYS);
  const databaseUrl = env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : null;
  return {
    port,
    host,
    publicUrl: readPublicUrl(env.PUBLIC_URL || `http://localhost:${port}`),
    databaseUrl,
    ...readRoles(env, databaseUrl),
    dataDir: resolve(root, (env.DATA_DIR || ".data").replace(/^~(?=\/|$)/, homedir())),
    demo: readChoice("DEMO", env.DEMO || "on", ["on", "off"]),
    demoToday: readDay("DEMO_TODAY", env.DEMO_TODAY || "2024-06-12"),
    seed: readChoice("SEED", env.SEED || "empty", ["empty", "newspaper"]),
  };
}

/**
/**
 * The environment of the site: its own role's address and nobody else's secrets, neither the owner's nor the worker's nor
 * the mail server's. That mail is on it is told; the password of a mail server set on its screen it seals and cannot open. `folder` is where a database on this machine lies, whose disk it watches.
 */
export function siteEnv({ config, ownerUrl, folder, secrets }) {
  const rest = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !notForTheSite.has(name)),
  );
  return {
    ...rest,
    DATABASE_URL: roleUrl(ownerUrl, config.appRole, secrets.appRolePassword),
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXTAUTH_URL: config.publicUrl,
    PUBLIC_URL: config.publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    EDITION_DIR: join(config.dataDir, "edition"),
    MAIL: process.env.SMTP_URL ? "on" : "off",
    MAIL_SEAL_KEY: sealKeyOf(secrets.mailKey),
    DEMO: config.demo,
    ...(folder && { DATABASE_DISK: folder }),
    ...(config.demo === "on" && { DEMO_PASSWORD: secrets.demoPassword }),
  };
}

const notForTheSite = new Set([
  "OWNER_DATABASE_URL",
  "APP_ROLE_PASSWORD",
  "WORKER_ROLE_PASSWORD",
  "ADMIN_PASSWORD",
  "DEMO_PASSWORD",
  "SMTP_URL",
  "MAIL_KEY",
  "PGPASSWORD",
]);

/** The environment of the worker: the site's, with its own role's address and the mail server's. */
export function workerEnv({ config, ownerUrl, folder, secrets }) {
  return {
    ...siteEnv({ config, ownerUrl, folder, secrets }),
    DATABASE_URL: roleUrl(ownerUrl, config.workerRole, secrets.workerRolePassword),
    MAIL_KEY: secrets.mailKey,
    ...(process.env.SMTP_URL && { SMTP_URL: process.env.SMTP_URL }),
  };
}

/** The names of the roles that sign in: of this database, so that two on one server have nothing in common. */
function readRoles(env, databaseUrl) {
  const database = databaseUrl
    ? decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
    : siteDatabase;
  return {
    appRole: env.APP_ROLE || `${database}_app`,
    workerRole: env.WORKER_ROLE || `${database}_worker`,
  };
}

function readPort(text) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Failure(say("setup.environment.port", { text }));
  }
  return port;
}

function readHost(text) {
  if (text !== "localhost" && !isIP(text)) {
    throw new Failure(say("setup.environment.host", { text }));
  }
  return text;
}

function readPublicUrl(text) {
  const url = parseUrl(text);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.pathname !== "/" || url.search) {
    throw new Failure(say("setup.environment.publicUrl", { text }));
  }
  return url.origin;
}

function readDatabaseUrl(text) {
  const url = parseUrl(text);
  const usable = url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname[1];
  if (!usable) {
    throw new Failure(say("setup.environment.databaseUrl"));
  }
  return text;
}

function refuseShortSecret(text) {
  if (text && text.length < 32) {
    throw new Failure(say("setup.environment.shortSecret"));
  }
}

function refuseMail(smtpUrl, from) {
  if (!smtpUrl) return;
  const url = parseUrl(smtpUrl);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new Failure(say("setup.environment.smtpUrl"));
  }
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(from ?? "")) {
    throw new Failure(say("setup.environment.mailFrom"));
  }
}

function refuseProxies(text) {
  const names = text.split(",").map((part) => part.trim());
  const isNetwork = (name) => {
    const [address, prefix = "0", ...rest] = name.split("/");
    const bits = { 4: 32, 6: 128 }[isIP(address)];
    return bits && rest.length === 0 && /^\d+$/.test(prefix) && Number(prefix) <= bits;
  };
  if (names.every((name) => name === "" || isNetwork(name))) return;
  throw new Failure(say("setup.environment.trustedProxies", { text }));
}

function refuseSizeLimit(text) {
  if (text === "" || /^[1-9]\d{0,8}$/.test(text)) return;
  throw new Failure(say("setup.environment.sizeLimit", { text }));
}

function refuseScanner(address) {
  if (address && !/^(\/.+|\[?[^\s[\]]+\]?:\d{1,5})$/.test(address)) {
    throw new Failure(say("setup.environment.clamd"));
  }
}

function refuseKeptDays(text) {
  if (text && !(/^\d{2,5}$/.test(text) && Number(text) >= 30 && Number(text) <= 36_500)) {
    throw new Failure(say("setup.environment.lettersKept", { text }));
  }
}

function readChoice(name, text, choices) {
  if (!choices.includes(text)) {
    throw new Failure(
      say("setup.environment.choice", { name, choices: choices.join(say("list.or")), text }),
    );
  }
  return text;
}

function readDay(name, text) {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  if (!exists) {
    throw new Failure(say("setup.environment.day", { name, text }));
  }
  return text;
}

function parseUrl(text) {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
