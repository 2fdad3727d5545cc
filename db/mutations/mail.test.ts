import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { isMailOn, mailSettings, shownMailSettings } from "@/db/queries/mail";
import { auditEvents } from "@/db/schema/audit";
import { mailSettings as stored } from "@/db/schema/mail";
import { answeredRequests } from "@/db/schema/requests";
import { listenToEdition } from "@/db/testing/heard.fixture";
import { setMailKey } from "@/db/testing/mail-key.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Role } from "@/lib/domain/people/roles";
import { configureMail, tryMail, turnOffMail } from "./mail";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  delete process.env.SMTP_URL;
  setMailKey();
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
});
afterAll(() => db.close());

const who = (role: Role) => someone(world, role);
const server = {
  ...{ host: "mail.example.gov.cn", port: 587, security: "starttls" as const },
  ...{ username: "dc@example.gov.cn", password: "秘钥 P@ss:1/2", sender: "dc@example.gov.cn" },
};
type Change = Partial<Omit<typeof server, "security"> & { security: "tls" | "starttls" }>;
const configure = async (some: Change = {}, role: Role = "system_admin") => {
  const version = (await shownMailSettings(who("system_admin")))?.version ?? 0;
  return configureMail(who(role), { key: randomUUID(), ...server, ...some, version }, now);
};

test("the public edition is told when mail is turned on and off, and not when its server changes", async () => {
  const { heard, end } = await listenToEdition(db.ownerUrl);
  await configure();
  expect(await heard()).toEqual(["all"]);
  await configure({ port: 465, security: "tls" });
  expect(await heard()).toEqual([]);
  const { version = 0 } = (await shownMailSettings(who("system_admin"))) ?? {};
  await turnOffMail(who("system_admin"), { key: randomUUID(), version }, now);
  expect(await heard()).toEqual(["all"]);
  await end();
});

test("mail is set on the screen, read by the worker, and its password shown to nobody", async () => {
  expect(await isMailOn()).toBe(false);
  await configure();
  expect(await isMailOn()).toBe(true);
  const settings = await mailSettings();
  const url = new URL(settings?.SMTP_URL ?? "");
  expect([url.hostname, url.port, url.searchParams.get("requireTLS")]).toEqual([
    "mail.example.gov.cn",
    "587",
    "true",
  ]);
  expect(decodeURIComponent(url.password)).toBe(server.password);
  expect(settings?.MAIL_FROM).toBe("dc@example.gov.cn");
  const shown = await shownMailSettings(who("system_admin"));
  expect(shown).toMatchObject({ hasPassword: true, username: "dc@example.gov.cn" });
  expect(JSON.stringify(shown)).not.toContain("P@ss");
  expect(await shownMailSettings(who("director"))).toBeNull();
});

test("neither the table nor the history nor the kept requests hold the password", async () => {
  const rows = [
    await db.owner.select().from(stored),
    await db.owner.select().from(answeredRequests),
    (await db.owner.select().from(auditEvents)).map(({ entry }) => new TextDecoder().decode(entry)),
  ];
  expect(JSON.stringify(rows)).not.toContain("P@ss");
});

test("an empty password keeps the stored one, no user name forgets it, and a lost key is told", async () => {
  await configure({ password: "", port: 465, security: "tls" });
  const url = new URL((await mailSettings())?.SMTP_URL ?? "");
  expect([url.protocol, decodeURIComponent(url.password)]).toEqual(["smtps:", server.password]);
  const { MAIL_KEY, MAIL_SEAL_KEY } = process.env;
  setMailKey();
  await expect(mailSettings()).rejects.toThrow();
  Object.assign(process.env, { MAIL_KEY, MAIL_SEAL_KEY });
  await configure({ username: "", password: "" });
  expect(await shownMailSettings(who("system_admin"))).toMatchObject({ hasPassword: false });
});

test("only the system administrator sets it, and nobody while the environment does", async () => {
  for (const role of ["director", "security_admin", "audit_admin"] as const)
    expect(await refusalOf(configure({ port: 26 }, role))).toMatchObject({ code: "not_allowed" });
  Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "dc@example.cn" });
  expect(await refusalOf(configure({ port: 26 }))).toMatchObject({ code: "mail_by_environment" });
  delete process.env.SMTP_URL;
});

test("turned off, it is forgotten, and nothing can be tried", async () => {
  const admin = who("system_admin");
  const { version = 0 } = (await shownMailSettings(admin)) ?? {};
  await turnOffMail(admin, { key: randomUUID(), version }, now);
  expect(await database().$count(stored)).toBe(0);
  expect(await isMailOn()).toBe(false);
  const again = turnOffMail(admin, { key: randomUUID(), version }, now);
  expect(await refusalOf(again)).toMatchObject({ code: "mail_is_off" });
  const trial = tryMail(admin, { key: randomUUID(), address: "a@example.cn" }, now);
  expect(await refusalOf(trial)).toMatchObject({ code: "mail_is_off" });
});
