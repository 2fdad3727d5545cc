import { isIP } from "node:net";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { say } from "../report/words.mjs";

/**
 * The configuration of one start, read from environment variables (an empty one counts as unset).
 * Refuses a value that cannot work with a sentence that names the variable.
 */
export function readEnvironment(env = process.env) {
  const port = readPort(env.PORT || "3000");
  const host = readHost(env.HOST || "127.0.0.1");
  refuseShortSecret(env.NEXTAUTH_SECRET);
  refuseMail(env.SMTP_URL, env.MAIL_FROM);
  refuseScanner(env.CLAMD);
  refuseKeptDays(env.LETTERS_KEPT_DAYS);
  return {
    port,
    host,
    publicUrl: readPublicUrl(env.PUBLIC_URL || `http://localhost:${port}`),
    databaseUrl: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : null,
    dataDir: resolve(root, (env.DATA_DIR || ".data").replace(/^~(?=\/|$)/, homedir())),
    demo: readChoice("DEMO", env.DEMO || "on", ["on", "off"]),
    demoToday: readDay("DEMO_TODAY", env.DEMO_TODAY || "2024-06-12"),
  };
}

/** The environment of the site: it gets the limited role's address and never the owner's. */
export function siteEnv({ config, ownerUrl, secrets }) {
  const { OWNER_DATABASE_URL, APP_ROLE_PASSWORD, ADMIN_PASSWORD, DEMO_PASSWORD, ...rest } =
    process.env;
  return {
    ...rest,
    DATABASE_URL: appUrl(ownerUrl, secrets.appRolePassword),
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXTAUTH_URL: config.publicUrl,
    PUBLIC_URL: config.publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    EDITION_DIR: join(config.dataDir, "edition"),
    DEMO: config.demo,
    ...(config.demo === "on" && { DEMO_PASSWORD: secrets.demoPassword }),
  };
}

/** The address by which the site itself signs in: same server and database, the role that migrations make for it. */
function appUrl(ownerUrl, appRolePassword) {
  const url = new URL(ownerUrl);
  url.username = "taizhang_app";
  url.password = encodeURIComponent(appRolePassword);
  return url.href;
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
