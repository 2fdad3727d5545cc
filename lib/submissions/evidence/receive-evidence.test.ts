import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { evidenceFile } from "@/db/queries/submissions/evidence";
import { files } from "@/db/schema/evidence";
import { readOpenSubmission } from "@/db/seed/demo-reads";
import { company, now, refusalOf, report, sendReport, takeOn } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { evidenceLimits } from "@/lib/domain/submissions/evidence";
import { pdf, png } from "./files.fixture";
import { receiveEvidence } from "./receive-evidence";

let db: Awaited<ReturnType<typeof testDatabase>>;
let official: Actor;
let supervisor: Actor;
let submissionId: string;

beforeAll(async () => {
  db = await testDatabase();
  const actor = await company();
  official = actor("ecology-official");
  supervisor = actor("supervisor-1");
  await takeOn("AIR-10.1", { admin: actor("system-admin"), official });
  const { key, ...draft } = report("AIR-10.1");
  ({ submissionId } = await saveDraft(official, draft, now));
});
afterAll(() => db.close());

/** A request's body in pieces; `read` counts how much of it was taken. */
function bodyOf(pieces: Iterable<Uint8Array>, breaks = false) {
  const iterator = pieces[Symbol.iterator]();
  const body = { read: 0, stream: null as unknown as ReadableStream<Uint8Array> };
  body.stream = new ReadableStream({
    pull(controller) {
      const { value, done } = iterator.next();
      if (!done) {
        body.read += value.length;
        controller.enqueue(value);
      } else if (breaks) controller.error(new Error("aborted"));
      else controller.close();
    },
  });
  return body;
}
const receive = (
  name: string,
  stream: ReadableStream<Uint8Array>,
  { size = null as number | null, who = official } = {},
) => {
  const input = { key: randomUUID(), submissionId, name };
  return receiveEvidence(who, input, { size, stream }, now);
};
const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";

test("a file goes in and comes out byte for byte", async () => {
  const size = png.length;
  const pieces = [png.subarray(0, 20), png.subarray(20)];
  const file = await receive("现场.png", bodyOf(pieces).stream, { size });
  expect(file).toMatchObject({ name: "现场.png", mediaType: "image/png", size });
  expect(file.sha256).toBe(createHash("sha256").update(png).digest("hex"));
  const stored = await evidenceFile(official, file.id);
  expect(Buffer.from(stored?.bytes ?? []).equals(png)).toBe(true);
});

test("twenty megabytes of it too", async () => {
  const bytes = Buffer.alloc(evidenceLimits.fileBytes, 0xff);
  bytes.write("%PDF-1.4");
  bytes.write("%%EOF", bytes.length - 5);
  const file = await receive("大.pdf", bodyOf([bytes]).stream, { size: bytes.length });
  const stored = await evidenceFile(official, file.id);
  expect(Buffer.from(stored?.bytes ?? []).equals(bytes)).toBe(true);
});

test("refused before a byte is read: too large by its own word, another kind, another's submission", async () => {
  const size = evidenceLimits.fileBytes + 1;
  for (const [name, options, code] of [
    ["a.pdf", { size }, "file_too_large"],
    ["a.pdf", { size: 0 }, "file_damaged"],
    ["a.svg", { size: 10 }, "file_type_refused"],
    ["a.pdf", { size: 10, who: supervisor }, "not_found"],
  ] as const) {
    const body = bodyOf([pdf()]);
    expect([name, await codeOf(receive(name, body.stream, options))]).toEqual([name, code]);
    expect(body.stream.locked).toBe(false);
  }
});

test("on a disk that is nearly full no file is let in, before a byte is read, and everything else goes on", async () => {
  process.env.DATABASE_SIZE_LIMIT_MB = "1";
  try {
    const body = bodyOf([pdf("盘满了")]);
    expect(await codeOf(receive("a.pdf", body.stream))).toBe("disk_low");
    expect(body.stream.locked).toBe(false);
    const { key, ...draft } = report("AIR-10.1");
    const version = (await readOpenSubmission("AIR-10.1"))?.version ?? null;
    expect(await saveDraft(official, { ...draft, version }, now)).toMatchObject({ submissionId });
  } finally {
    process.env.DATABASE_SIZE_LIMIT_MB = "";
  }
  expect(await codeOf(receive("a.pdf", bodyOf([pdf("又有了")]).stream))).toBe("done");
});

test("an endless body that says nothing of its size is left at the limit", async () => {
  const piece = Buffer.alloc(1024 * 1024, " ");
  function* endless() {
    for (;;) yield piece;
  }
  const body = bodyOf(endless());
  expect(await codeOf(receive("a.pdf", body.stream))).toBe("file_too_large");
  expect(body.read).toBeLessThanOrEqual(evidenceLimits.fileBytes + 3 * piece.length);
});

test("an upload that breaks off, or brings less than it said, leaves nothing behind", async () => {
  const before = await database().$count(files);
  const bytes = pdf("断了的");
  expect(await codeOf(receive("a.pdf", bodyOf([bytes], true).stream))).toBe("file_damaged");
  const short = { size: bytes.length + 1 };
  expect(await codeOf(receive("a.pdf", bodyOf([bytes]).stream, short))).toBe("file_damaged");
  expect(await codeOf(receive("a.pdf", bodyOf([]).stream))).toBe("file_damaged");
  expect(await database().$count(files)).toBe(before);
});

test("html renamed is refused and not stored", async () => {
  const before = await database().$count(files);
  const html = Buffer.from("<script>alert(1)</script>");
  expect(await codeOf(receive("a.pdf", bodyOf([html]).stream))).toBe("file_type_refused");
  expect(await database().$count(files)).toBe(before);
});

test("while the scanner is away nothing is taken, and it is said so", async () => {
  const before = await database().$count(files);
  process.env.CLAMD = "/nowhere/clamd.ctl";
  expect(await codeOf(receive("a.pdf", bodyOf([pdf("不查不收")]).stream))).toBe("scanner_away");
  delete process.env.CLAMD;
  expect(await database().$count(files)).toBe(before);
});

test("a name that holds somebody's number or a marking is refused before a byte is read", async () => {
  for (const [name, code] of [
    ["13800138000的材料.pdf", "personal_data"],
    ["机 密★附件.pdf", "secrecy_marking"],
  ] as const) {
    const body = bodyOf([pdf()]);
    expect([name, await codeOf(receive(name, body.stream))]).toEqual([name, code]);
    expect(body.stream.locked).toBe(false);
  }
});

test("twelve at once all arrive, four at a time", async () => {
  const texts = Array.from({ length: 12 }, (_, i) => `第${i}份`);
  const arrived = await Promise.all(
    texts.map((text) => receive(`${text}.pdf`, bodyOf([pdf(text)]).stream)),
  );
  expect(new Set(arrived.map(({ sha256 }) => sha256)).size).toBe(12);
});

test("a report sent while a file is on its way goes without it", async () => {
  const before = await database().$count(files);
  const bytes = pdf("赶不上");
  const stream = new ReadableStream<Uint8Array>({
    async start(body) {
      body.enqueue(bytes.subarray(0, 4));
      await sendReport("AIR-10.1", official);
      body.enqueue(bytes.subarray(4));
      body.close();
    },
  });
  expect(await codeOf(receive("迟到.pdf", stream))).toBe("submission_wrong_status");
  expect(await database().$count(files)).toBe(before);
});
