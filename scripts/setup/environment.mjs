import { isIP } from "node:net";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";

/**
 * The configuration of one start, read from environment variables (an empty one counts as unset).
 * Refuses a value that cannot work with a sentence that names the variable.
 */
export function readEnvironment(env = process.env) {
  const port = readPort(env.PORT || "3000");
  const host = readHost(env.HOST || "127.0.0.1");
  refuseShortSecret(env.NEXTAUTH_SECRET);
  refuseMail(env.SMTP_URL, env.MAIL_FROM);
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
    throw new Failure(`环境变量 PORT 应为 1–65535 的整数，现在是“${text}”：请改正后再运行。`);
  }
  return port;
}

function readHost(text) {
  if (text !== "localhost" && !isIP(text)) {
    throw new Failure(
      `环境变量 HOST 应为本机的 IP 地址（对外服务用 0.0.0.0），现在是“${text}”：请改正后再运行。`,
    );
  }
  return text;
}

function readPublicUrl(text) {
  const url = parseUrl(text);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.pathname !== "/" || url.search) {
    throw new Failure(
      `环境变量 PUBLIC_URL 应为 https://example.gov.cn 这样的网址（不带路径），现在是“${text}”：请改正后再运行。`,
    );
  }
  return url.origin;
}

function readDatabaseUrl(text) {
  const url = parseUrl(text);
  const usable = url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname[1];
  if (!usable) {
    throw new Failure(
      "环境变量 DATABASE_URL 应为 postgres://用户:密码@主机:5432/数据库 这样的地址：请改正后再运行。",
    );
  }
  return text;
}

function refuseShortSecret(text) {
  if (text && text.length < 32) {
    throw new Failure(
      "环境变量 NEXTAUTH_SECRET 至少要 32 个字符：请换一个更长的随机值，或去掉它让程序自己生成。",
    );
  }
}

function refuseMail(smtpUrl, from) {
  if (!smtpUrl) return;
  const url = parseUrl(smtpUrl);
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new Failure(
      "环境变量 SMTP_URL 应为 smtp://用户:密码@邮件服务器:587 这样的地址：请改正后再运行。",
    );
  }
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(from ?? "")) {
    throw new Failure(
      "环境变量 MAIL_FROM 应为一个邮箱地址（设了 SMTP_URL 就要一起设），用作发件人：请改正后再运行。",
    );
  }
}

function readChoice(name, text, choices) {
  if (!choices.includes(text)) {
    throw new Failure(
      `环境变量 ${name} 只能是 ${choices.join(" 或 ")}，现在是“${text}”：请改正后再运行。`,
    );
  }
  return text;
}

function readDay(name, text) {
  const date = new Date(`${text}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
  if (!exists) {
    throw new Failure(
      `环境变量 ${name} 应为 2024-06-12 这样的日期，现在是“${text}”：请改正后再运行。`,
    );
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
