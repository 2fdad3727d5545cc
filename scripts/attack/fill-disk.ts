import { randomBytes, randomUUID } from "node:crypto";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { closeDatabase, database } from "@/db/client";
import { storedEvidence } from "@/db/queries/submissions/evidence";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { readCast, readOpenSubmission, readTask } from "@/db/seed/demo-reads";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { openPeriods } from "@/lib/domain/calendar/periods";
import { textLimits } from "@/lib/domain/texts";
import { stopAll } from "../processes/processes.mjs";
import { diskMegabytes, freeMegabytes, openSmallSite, postgresLog } from "./small-site";

// Runs in a mount namespace of its own, as full-disk.mjs starts it. Its last line is {failures, figures}.

const megabyte = 1024 ** 2;
const attackerCode = "AIR-05.1";
const othersCode = "AIR-02.1";

const lastWords = "What others wrote while one filled the disk.";
const failures: string[] = [];
const figures: string[] = [];
const check = (isTrue: boolean, failure: string) => isTrue || failures.push(failure);

/** A PDF as far as anybody looks, that nothing packs smaller. */
function randomPdf(bytes: number): Buffer {
  const noise = Buffer.from(randomBytes(Math.floor((bytes * 3) / 4)).toString("base64"));
  return Buffer.concat([Buffer.from("%PDF-1.4\n%"), noise, Buffer.from("\n%%EOF\n")]);
}

/** So many characters that differ from each other, three bytes each. */
const noise = (characters: number) =>
  Array.from(
    randomBytes(characters * 2)
      .toString("latin1")
      .slice(0, characters),
    (letter) =>
      String.fromCharCode(0x4e00 + letter.charCodeAt(0) * 80 + Math.floor(Math.random() * 80)),
  ).join("");

async function attack() {
  const origin = await openSmallSite();
  const { press, personOf, serverActions, signInByRequest, get } = await import("@/e2e/requests");
  const actions = serverActions();
  const action = (name: string) => actions.get(name) ?? fail(`no action ${name}`);
  const [attacker, official, head, supervisor] = await Promise.all(
    ["ecology-official-2", "energy-official", "energy-head", "supervisor-1"].map(signInByRequest),
  ).then((cookies) => cookies.map((cookie) => cookie ?? ""));
  const free = [freeMegabytes()];

  const content = async (code: string) => ({
    ...{ progress: noise(textLimits.progress), problems: noise(textLimits.problems) },
    ...{ nextSteps: noise(textLimits.nextSteps), percent: 50, noNews: false },
    ...(await currentPeriod(code)),
  });
  const save = async (cookie: string, code: string) => {
    const version = (await readOpenSubmission(code))?.version ?? null;
    const input = { kind: "progress", code, version, content: await content(code) };
    return press(action("submission-actions.ts#save"), cookie, input);
  };
  const ownPage = async (cookie: string) => ({
    ...{ cookie, origin, "sec-fetch-site": "same-origin", "idempotency-key": randomUUID() },
    "x-page-person": await personOf(cookie),
  });
  const upload = async (cookie: string, submissionId: string, name: string, bytes: Buffer) =>
    sendFile(new URL("/api/evidence", origin), bytes, {
      ...(await ownPage(cookie)),
      ...{ "x-submission-id": submissionId, "x-file-name": encodeURIComponent(name) },
    });
  const remove = async (cookie: string, id: string) =>
    fetch(`${origin}/api/evidence/${id}`, { method: "DELETE", headers: await ownPage(cookie) });

  // Uploads, four at a time, each removed again at once, until they are refused for good.
  check((await save(attacker ?? "", attackerCode)) === "allowed", "the attacker could not write");
  const draft = (await readOpenSubmission(attackerCode))?.id ?? "";
  const accepted: string[] = [];
  const refused: Record<string, number> = {};
  for (let round = 0; round < 10; round++) {
    const files = Array.from({ length: 4 }, (_, i) =>
      upload(attacker ?? "", draft, `${round}-${i}.pdf`, randomPdf(19 * megabyte)),
    );
    for (const outcome of await Promise.all(files)) {
      if (/^[0-9a-f-]{36}$/.test(outcome)) accepted.push(outcome);
      else refused[outcome] = (refused[outcome] ?? 0) + 1;
    }
    for (const id of accepted) await remove(attacker ?? "", id);
  }
  free.push(freeMegabytes());
  figures.push(`uploads of 19 MB: ${accepted.length} taken, ${JSON.stringify(refused)}`);
  check(accepted.length > 0, "not one file was taken");
  check((refused.disk_low ?? 0) > 0, "uploads were not stopped by the disk watch");

  // Everything else, as fast as it goes: drafts, comments, reports sent and taken back, sign-ins, letters.
  const told: Record<string, number> = {};
  const tally = (what: string, outcome: string) => {
    const key = `${what}: ${outcome.slice(0, 40)}`;
    told[key] = (told[key] ?? 0) + 1;
  };
  const until = Date.now() + 90_000;
  const whileTime = async (work: () => Promise<void>) => {
    while (Date.now() < until) await work();
  };
  await Promise.all([
    whileTime(async () => tally("draft", await save(attacker ?? "", attackerCode))),
    whileTime(async () => {
      const body = noise(textLimits.message);
      const input = { key: randomUUID(), code: attackerCode, body, mentionedIds: [] };
      tally(
        "comment",
        await press(action("work/[code]/comment-actions.ts#comment"), attacker ?? "", input),
      );
    }),
    whileTime(async () => {
      const email = `${randomUUID()}@example.cn`;
      tally(
        "mailbox",
        await press(action("account/actions.ts#saveEmail"), attacker ?? "", {
          key: randomUUID(),
          email,
        }),
      );
    }),
    whileTime(() =>
      signInByRequest("ecology-official-2").then(
        () => tally("sign-in", "done"),
        () => tally("sign-in", "refused"),
      ),
    ),
    othersWork(),
  ]);
  free.push(freeMegabytes());
  figures.push(`90 s of everything else: ${JSON.stringify(told)}`);
  figures.push(
    `free of ${diskMegabytes} MB: ${free.join(" → ")} MB (before, after the uploads, at the end)`,
  );

  /** Others report, sign, approve and read meanwhile: each step must be done at once. */
  async function othersWork() {
    const steps: [string, () => Promise<string>][] = [
      ["save", () => save(official ?? "", othersCode)],
      [
        "submit",
        async () => {
          const version = (await readOpenSubmission(othersCode))?.version ?? null;
          const sent = { ...(await content(othersCode)), progress: lastWords };
          const input = {
            key: randomUUID(),
            kind: "progress",
            code: othersCode,
            version,
            content: sent,
          };
          return press(action("submission-actions.ts#submit"), official ?? "", input);
        },
      ],
      [
        "sign",
        async () =>
          press(action("reviews/[id]/actions.ts#decide"), head ?? "", await decisionOn(othersCode)),
      ],
      [
        "approve",
        async () =>
          press(
            action("reviews/[id]/actions.ts#decide"),
            supervisor ?? "",
            await decisionOn(othersCode),
          ),
      ],
    ];
    for (const [name, step] of steps) {
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      const began = Date.now();
      const outcome = await step();
      figures.push(
        `others ${name}: ${outcome}, ${Date.now() - began} ms, ${freeMegabytes()} MB free`,
      );
      check(outcome === "allowed", `others could not ${name}: ${outcome}`);
      for (const path of ["/", `/tasks/${othersCode}`, "/tasks?q=%E7%85%A4", "/api/health"])
        check((await get(path)).ok, `${path} was not served after ${name}`);
    }
  }

  const shown = await (await get(`/api/v1/tasks/${othersCode}`)).text();
  check(shown.includes(lastWords), "what others had approved is not published");
  const person = (await readCast()).get("ecology-official-2") ?? fail("nobody attacks");
  const stored = await storedEvidence(database(), person, draft, await currentTime());
  const there = stored.personDayFiles;
  check(there === accepted.length, `${accepted.length} files taken, ${there} there`);
  const { disk: watched } = (await (await get("/api/health")).json()) as { disk: string };
  figures.push(`/api/health says disk: ${watched}`);
  const log = postgresLog();
  check(!/No space left|PANIC|FATAL/.test(log), "PostgreSQL met the end of the disk");
}

async function currentPeriod(code: string) {
  const { cycle, receivedAt } = await readTask(code);
  const now = await currentTime();
  const [period] = openPeriods(cycle, dayIn(receivedAt ?? now), dayIn(now));
  return { periodStart: period?.start, periodEnd: period?.end };
}

async function decisionOn(code: string) {
  const open = (await readOpenSubmission(code)) ?? fail(`${code} has no open report`);
  const revision = (await latestRevision(database(), open.id)) ?? fail(`${code} was not sent`);
  const { id: revisionId, contentHash } = revision;
  const decided = { submissionId: open.id, revisionId, contentHash, version: open.version };
  return { key: randomUUID(), ...decided, decision: "approve", reason: "" };
}

type Uploaded = { ok: true; answer: { id: string } } | { ok: false; refusal: { code: string } };

/** Sends a file as patiently as a browser: what is refused before its first byte is heard. Gives its id, or the refusal. */
function sendFile(url: URL, bytes: Buffer, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const sized = { ...headers, "content-length": bytes.length };
    const sending = request(url, { method: "POST", headers: sized }, async (response) => {
      clearTimeout(timer);
      const result = (await json(response)) as Uploaded;
      resolve(result.ok ? result.answer.id : result.refusal.code);
      sending.destroy();
    });
    sending.on("error", (error) => resolve(error.message));
    sending.flushHeaders();
    const timer = setTimeout(() => sending.end(bytes), 500);
  });
}

function fail(why: string): never {
  throw new Error(why);
}

try {
  await attack();
} catch (error) {
  failures.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
await closeDatabase();
await stopAll();
console.log(JSON.stringify({ failures, figures }));
process.exit(0);
