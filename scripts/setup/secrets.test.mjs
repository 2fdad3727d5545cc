import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { forgetDemoPassword, loadSecrets, readablePassword } from "./secrets.mjs";

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

it("says in a sentence when the file is broken", () => {
  writeFileSync(file, "{");
  expect(() => loadSecrets(folder, {})).toThrow("secrets.json 已损坏");
});

it("makes passwords that can be read aloud", () => {
  expect(readablePassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
});
