import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { root } from "../processes/processes.mjs";
import { readEnvironment, siteEnv, workerEnv } from "./environment.mjs";
import { requireNode } from "./node-version.mjs";
import { makeMailKey, sealKeyOf } from "./secrets.mjs";

describe("without any variable", () => {
  it("serves the demo on this machine only, with its data in .data", () => {
    expect(readEnvironment({})).toEqual({
      port: 3000,
      host: "127.0.0.1",
      publicUrl: "http://localhost:3000",
      databaseUrl: null,
      appRole: "taizhang_app",
      workerRole: "taizhang_worker",
      dataDir: `${root}/.data`,
      demo: "on",
      demoToday: "2024-06-12",
      seed: "empty",
    });
  });

  it("takes an empty variable as unset", () => {
    expect(readEnvironment({ PORT: "", DEMO: "", DATABASE_URL: "" })).toEqual(readEnvironment({}));
  });
});

describe("a variable that cannot work is named in one sentence", () => {
  it.each([
    ["PORT", "abc"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "30.5"],
    ["HOST", "x86_64-conda-linux-gnu"],
    ["PUBLIC_URL", "example.gov.cn"],
    ["PUBLIC_URL", "https://example.gov.cn/taizhang"],
    ["DATABASE_URL", "mysql://user@host/name"],
    ["DATABASE_URL", "postgres://host"],
    ["DEMO", "yes"],
    ["SEED", "shanxi"],
    ["DEMO_TODAY", "2024-13-40"],
    ["DEMO_TODAY", "2024-02-30"],
    ["DEMO_TODAY", "today"],
    ["NEXTAUTH_SECRET", "short"],
    ["TRUSTED_PROXIES", "1"],
    ["TRUSTED_PROXIES", "nginx"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["DATABASE_SIZE_LIMIT_MB", "20GB"],
    ["CLAMD", "clamd"],
    ["CLAMD", "http://127.0.0.1:3310/"],
    ["LETTERS_KEPT_DAYS", "3"],
    ["LETTERS_KEPT_DAYS", "1000.5"],
  ])("%s=%s", (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      new RegExp(`^环境变量 ${name} [^。]*。?$`),
    );
  });
});

it.each([
  ["SMTP_URL", { SMTP_URL: "mail.gov.cn" }],
  ["SMTP_URL", { SMTP_URL: "https://mail.gov.cn", MAIL_FROM: "taizhang@gov.cn" }],
  ["MAIL_FROM", { SMTP_URL: "smtp://mail.gov.cn" }],
  ["MAIL_FROM", { SMTP_URL: "smtp://mail.gov.cn", MAIL_FROM: "台账 <taizhang@gov.cn>" }],
])("names %s when mail cannot work: %o", (name, env) => {
  expect(() => readEnvironment(env)).toThrow(new RegExp(`^环境变量 ${name} [^。]*。?$`));
});

it("follows the port in the public address, and keeps only the origin of a given one", () => {
  expect(readEnvironment({ PORT: "8080" }).publicUrl).toBe("http://localhost:8080");
  expect(readEnvironment({ PUBLIC_URL: "https://dc.gov.cn/" }).publicUrl).toBe("https://dc.gov.cn");
});

it.each([
  ["20.18.3", false],
  ["18.20.8", false],
  ["20.19.0", true],
  ["22.0.0", true],
])("Node %s is new enough: %s", (version, enough) => {
  const before = process.exitCode;
  expect(requireNode(version)).toBe(enough);
  process.exitCode = before;
});

describe("the process that serves", () => {
  const mailKey = makeMailKey();
  const kept = { ...process.env };
  beforeEach(() => {
    process.env.DATABASE_URL = "postgres://owner:secret-owner@db.gov.cn/ledger";
    process.env.APP_ROLE_PASSWORD = "secret-app";
    process.env.WORKER_ROLE_PASSWORD = "secret-worker";
    process.env.ADMIN_PASSWORD = "secret-admin";
    process.env.PGPASSWORD = "secret-owner";
    process.env.SMTP_URL = "smtp://mail:secret-mail@mail.gov.cn";
  });
  afterEach(() => {
    process.env = kept;
  });

  const serving = () => ({
    config: readEnvironment({ DATABASE_URL: process.env.DATABASE_URL, DEMO: "off" }),
    ownerUrl: process.env.DATABASE_URL,
    secrets: {
      postgresPassword: "secret-super",
      ownerRolePassword: "secret-owner",
      appRolePassword: "secret-app",
      workerRolePassword: "secret-worker",
      adminPassword: "secret-admin",
      nextAuthSecret: "secret-of-sessions",
      mailKey,
    },
  });
  const secretsIn = (env) =>
    Object.values(env)
      .join(" ")
      .match(/secret-[a-z-]+/g);

  it("is told its own role's password and the sessions' key, and no other secret", () => {
    const env = siteEnv(serving());
    expect(new Set(secretsIn(env))).toEqual(new Set(["secret-app", "secret-of-sessions"]));
    expect(env.DATABASE_URL).toBe("postgres://ledger_app:secret-app@db.gov.cn/ledger");
    expect(env.MAIL).toBe("on");
    expect(env.MAIL_SEAL_KEY).toBe(sealKeyOf(mailKey));
    expect(Object.values(env)).not.toContain(mailKey);
  });

  it("leaves the mail server's to the worker, which has a role of its own", () => {
    const env = workerEnv(serving());
    expect(new Set(secretsIn(env))).toEqual(
      new Set(["secret-worker", "secret-mail", "secret-of-sessions"]),
    );
    expect(env.DATABASE_URL).toBe("postgres://ledger_worker:secret-worker@db.gov.cn/ledger");
    expect(env.MAIL_KEY).toBe(mailKey);
  });
});

it("names the roles of a database after it, or as given", () => {
  const DATABASE_URL = "postgres://owner@db.gov.cn/ledger";
  expect(readEnvironment({ DATABASE_URL })).toMatchObject({
    appRole: "ledger_app",
    workerRole: "ledger_worker",
  });
  expect(readEnvironment({ DATABASE_URL, APP_ROLE: "a", WORKER_ROLE: "b" })).toMatchObject({
    appRole: "a",
    workerRole: "b",
  });
});
