import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { configureMail, tryMail } from "@/db/mutations/mail";
import { lastMailTrial, shownMailSettings } from "@/db/queries/mail";
import { setMailKey } from "@/db/testing/mail-key.fixture";
import { company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { findFreePort } from "@/scripts/processes/ports.mjs";
import { sendTrial } from "./trial";

let db: Awaited<ReturnType<typeof testDatabase>>;
let admin: Actor;
let server: SMTPServer | undefined;
const received: string[] = [];
beforeAll(async () => {
  delete process.env.SMTP_URL;
  setMailKey();
  Object.assign(process.env, {
    ...{ DEMO: "off", PUBLIC_URL: "https://dc.example", NEXTAUTH_SECRET: "x".repeat(32) },
  });
  db = await testDatabase({ role: "worker" });
  admin = (await company())("system-admin");
});
afterEach(
  () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
);
afterAll(() => db.close());

/** A mail server on this machine that lets in one login. */
async function listen(): Promise<number> {
  const port = await findFreePort();
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) =>
      password === "right" ? done(null, { user: "x" }) : done(new Error("535 no such login")),
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith("nobody") ? new Error("no such user here") : null),
    onData(stream, session, done) {
      stream.resume();
      stream.on("end", () => {
        received.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server?.listen(port, "127.0.0.1", resolve));
  return port;
}

async function trial(port: number, password: string, address: string, host = "127.0.0.1") {
  const version = (await shownMailSettings(admin))?.version ?? 0;
  const login = { username: "dc", password, sender: "dc@example.gov.cn" };
  const settings = { host, port, security: "none" as const, ...login };
  await configureMail(admin, { key: randomUUID(), ...settings, version }, now);
  await tryMail(admin, { key: randomUUID(), address }, now);
  expect(await lastMailTrial(admin)).toMatchObject({ outcome: null, answeredAt: null });
  await sendTrial(admin.id);
  return lastMailTrial(admin);
}

test("a test mail is sent, and the page is told that the server took it", async () => {
  const port = await listen();
  expect(await trial(port, "right", "dc@example.cn")).toMatchObject({ outcome: "sent" });
  expect(received).toEqual(["dc@example.cn"]);
  await sendTrial(admin.id);
  expect(received).toHaveLength(1);
});

test("what the server refuses is told in words, with its own", async () => {
  const port = await listen();
  const refused = await trial(port, "wrong", "dc@example.cn");
  expect(refused).toMatchObject({ outcome: "login_refused" });
  expect(refused?.reply).toContain("535");
  expect(await trial(port, "right", "nobody@example.cn")).toMatchObject({
    outcome: "address_refused",
  });
  const silent = await findFreePort();
  expect(await trial(silent, "right", "dc@example.cn")).toMatchObject({ outcome: "no_answer" });
  expect(await lastMailTrial({ ...admin, role: "director" })).toBeNull();
});
