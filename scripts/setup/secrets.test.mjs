import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  forgetDemoPassword,
  loadSecrets,
  readablePassword,
  renewSecrets,
  sealKeyOf,
  settleFirstPasswords,
} from "./secrets.mjs";

let folder;
let file;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "secrets-test-"));
  file = join(folder, "secrets.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

it("makes the secrets once, for the owner's eyes only", () => {
  const made = loadSecrets(folder, {});
  expect(made.nextAuthSecret.length).toBeGreaterThanOrEqual(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(loadSecrets(folder, {})).toEqual(made);
});

it("makes the mail key once, whose other half is no secret of anybody's", () => {
  const { mailKey } = loadSecrets(folder, {});
  expect(loadSecrets(folder, {}).mailKey).toBe(mailKey);
  expect(sealKeyOf(mailKey)).not.toContain(mailKey.slice(40, 80));
  expect(loadSecrets(folder, { MAIL_KEY: "given" }).mailKey).toBe("given");
});

it("closes a file that was left open when it next writes it", () => {
  writeFileSync(file, "{}");
  chmodSync(file, 0o644);
  loadSecrets(folder, {});
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("prefers the environment and does not write its secrets down", () => {
  const secret = "from-the-environment-of-the-server";
  const names = ["NEXTAUTH_SECRET", "APP_ROLE_PASSWORD", "WORKER_ROLE_PASSWORD", "ADMIN_PASSWORD"];
  const loaded = loadSecrets(folder, Object.fromEntries(names.map((name) => [name, secret])));
  expect(loaded).toMatchObject({
    nextAuthSecret: secret,
    appRolePassword: secret,
    workerRolePassword: secret,
    adminPassword: secret,
  });
  expect(readFileSync(file, "utf8")).not.toContain(secret);
});

it("keeps the demo password the accounts were made with, until it is forgotten", () => {
  expect(loadSecrets(folder, { DEMO_PASSWORD: "first" }).demoPassword).toBe("first");
  expect(loadSecrets(folder, { DEMO_PASSWORD: "second" }).demoPassword).toBe("first");
  forgetDemoPassword(folder);
  expect(loadSecrets(folder, { DEMO_PASSWORD: "second" }).demoPassword).toBe("second");
});

it("keeps each first password while somebody has it; once changed it leaves the file, and stays away", () => {
  const kept = () => JSON.parse(readFileSync(file, "utf8"));
  const made = loadSecrets(folder, {});
  const roles = ["system_admin", "security_admin", "audit_admin"];
  settleFirstPasswords(folder, { ...made, roles }, {});
  expect(kept()).toEqual(made);
  settleFirstPasswords(folder, { ...made, roles: ["audit_admin"] }, {});
  const { adminPassword: _, securityAdminPassword: __, ...rest } = made;
  expect(kept()).toEqual(rest);
  const again = loadSecrets(folder, {});
  expect(again.adminPassword).not.toBe(made.adminPassword);
  expect(again.auditAdminPassword).toBe(made.auditAdminPassword);
  expect(kept()).toEqual(rest);
  // Accounts that are new were made with them.
  settleFirstPasswords(folder, { ...again, roles }, { ADMIN_PASSWORD: "given" });
  expect(kept()).toEqual({ ...rest, securityAdminPassword: again.securityAdminPassword });
  settleFirstPasswords(folder, { ...again, roles }, {});
  expect(kept().adminPassword).toBe(again.adminPassword);
});

it.each(["{", "", "[]", "null", '"text"', '{"nextAuthSecret": 1}', '{"nextAuthSecret": ""}'])(
  "says in a sentence that %j is no secrets, and leaves it as it is",
  (text) => {
    writeFileSync(file, text);
    expect(() => loadSecrets(folder, {})).toThrow("secrets.json 已损坏");
    expect(readFileSync(file, "utf8")).toBe(text);
  },
);

it("says in a sentence that it cannot be read", () => {
  mkdirSync(file);
  expect(() => loadSecrets(folder, {})).toThrow(/secrets\.json 读不了（EISDIR.*）/);
});

describe("where there is a cluster already", () => {
  beforeEach(() => mkdirSync(join(folder, "postgres")));

  it("makes up nothing for a file that is lost, and says the way back", async () => {
    expect(() => loadSecrets(folder, {})).toThrow(/不见了.*备份.*npm run secrets:renew/);
    expect(readdirSync(folder)).toEqual(["postgres"]);
  });

  it("makes up nothing for a secret that is missing", () => {
    const { appRolePassword: _lost, ...rest } = makeElsewhere();
    writeFileSync(file, JSON.stringify(rest));
    expect(() => loadSecrets(folder, {})).toThrow("不完整");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(rest);
  });

  it("takes the file of the cluster, also one without the demo's password", () => {
    const { demoPassword: _forgotten, ...rest } = makeElsewhere();
    writeFileSync(file, JSON.stringify(rest));
    expect(loadSecrets(folder, { DEMO_PASSWORD: "new" })).toEqual({ ...rest, demoPassword: "new" });
  });

  it("renews a lost file once the cluster has taken the new secrets, and never one that is there", async () => {
    let adopted;
    const failing = renewSecrets(folder, () => Promise.reject(new Error("not taken")), {});
    await expect(failing).rejects.toThrow("not taken");
    expect(readdirSync(folder)).toEqual(["postgres"]);
    await renewSecrets(folder, async (secrets) => (adopted = secrets), {});
    expect(loadSecrets(folder, {})).toEqual(adopted);
    await expect(renewSecrets(folder, async () => {}, {})).rejects.toThrow("还在");
    expect(loadSecrets(folder, {})).toEqual(adopted);
  });
});

/** The secrets of another folder. */
function makeElsewhere() {
  const other = mkdtempSync(join(tmpdir(), "secrets-test-"));
  const made = loadSecrets(other, {});
  rmSync(other, { recursive: true });
  return made;
}

it("makes passwords that can be read aloud", () => {
  expect(readablePassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
