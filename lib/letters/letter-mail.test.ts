import { Logger, runOnce } from "graphile-worker";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { letterByReceipt } from "@/db/queries/letters/letters";
import { letterAddresses } from "@/db/schema/letters";
import { now, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { worldMaker } from "@/db/testing/test-world.fixture";
import { carry, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { databaseUrl } from "@/lib/env";
import { jobs } from "@/lib/worker/jobs";
import { findFreePort } from "@/scripts/processes/ports.mjs";

let db: Awaited<ReturnType<typeof testDatabase>>;
let server: SMTPServer;
const received: { to: string[]; text: string }[] = [];

beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  const port = await findFreePort();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString();
        const body = raw.slice(raw.indexOf("\r\n\r\n"));
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ to, text: Buffer.from(body, "base64").toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  Object.assign(process.env, {
    MAIL_FROM: "taizhang@example.gov.cn",
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    PUBLIC_URL: "https://dc.example",
    NEXTAUTH_SECRET: "test-only-secret-of-at-least-32-characters",
  });
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await db.close();
});

const logger = new Logger(() => () => {});
const runJobs = () =>
  runOnce({ connectionString: databaseUrl(), taskList: jobs, noHandleSignals: true, logger });

test("whoever wrote is notified once that there is an answer, and their mailbox is forgotten", async () => {
  const world = await (await worldMaker(db.owner))(1);
  await takeOn(world);
  const letter = { code: world.code, kind: "suggestion", body: "何时完工？" } as const;
  const email = "writer@example.org";
  const { receipt } = await receiveLetter({ ...letter, email, locale: "en" }, now);
  const silent = await receiveLetter({ ...letter, email: null, locale: "zh-CN" }, now);
  await runJobs();
  expect(received).toEqual([]);

  for (const number of [receipt, silent.receipt]) {
    const found = await letterByReceipt(number, today);
    await carry(world, "answer", { letterId: found?.id ?? "" });
  }
  await runJobs();
  await runJobs();
  expect(received).toHaveLength(1);
  expect(received[0]?.to).toEqual([email]);
  expect(received[0]?.text).toContain(`https://dc.example/en/letters/${receipt}`);
  expect(received[0]?.text).not.toContain("何时完工");
  expect(await database().select().from(letterAddresses)).toEqual([]);
});
