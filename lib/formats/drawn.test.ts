import { afterAll, beforeAll, expect, test } from "vitest";
import { publicPlans, publicTasks } from "@/db/queries/public/public";
import { testDatabase } from "@/db/testing/test-database";
import { overviewOf } from "@/lib/domain/public/overview";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { planSheet, printPlan } from "@/lib/formats/one-page/plan-sheet";
import { mostLines, slippageLines } from "@/lib/formats/one-page/slippage-lines";
import { mostRows, taskTable } from "@/lib/formats/one-page/task-table";
import { drawTask, planPicture, taskPicture } from "@/lib/formats/picture/share-picture";
import { listPublicCodes } from "@/lib/public/public-tasks";
import { wordsIn } from "@/lib/words";
import { locales } from "@/messages/locales";

const today = "2024-06-12";
const hostile = `]]></svg><script>alert(1)</script>👨‍👩‍👧\u202e\ud800\0${"山，（W".repeat(1250)}`;
let db: Awaited<ReturnType<typeof testDatabase>>;
let tasks: ListedTask[];
beforeAll(async () => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
  db = await testDatabase();
  const all = await publicTasks(today, { planSlug: "air" });
  tasks = await listPublicCodes(
    today,
    all.map(({ code }) => code),
  );
});
afterAll(() => db.close());

/** The width and height that a PNG's header gives. */
function sizeOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

function slippedOf(late: readonly ListedTask[], count: number) {
  const codes = late.map(({ code }) => code);
  return { count: { late: count, moved: 0 }, codes, late: late.slice(0, mostLines), moved: [] };
}

const bytes = (file: Uint8Array | null) => Buffer.from(file ?? []).toString("base64");

test("a plan and a task have a picture of 1200 × 630, the same as long as nothing changes", async () => {
  for (const draw of [planPicture, taskPicture]) {
    const of = draw === planPicture ? "air" : "AIR-02.3";
    const [picture, english] = [await draw(of, today), await draw(of, today, "en")];
    expect(sizeOf(picture ?? new Uint8Array())).toEqual([1200, 630]);
    expect(sizeOf(english ?? new Uint8Array())).toEqual([1200, 630]);
    expect(bytes(await draw(of, today))).toBe(bytes(picture));
    expect(bytes(english)).not.toBe(bytes(picture));
  }
});

test.each(locales)("before a measure is left out in %s, each has one line only", (locale) => {
  const measures = tasks.filter(({ parentCode }) => parentCode === null);
  const room = 20 * (measures.length + 1);
  const { leftOut, height } = taskTable(tasks, tasks.length, room, wordsIn(locale));
  expect(leftOut).toBe(tasks.length - measures.length);
  expect(height).toBeLessThanOrEqual(room);
});

test("a hostile title is drawn as text", async () => {
  const task = { ...(tasks[0] as ListedTask), title: hostile, lead: hostile };
  const drawing = { site: { name: "台账" }, words: wordsIn("zh-CN") };
  expect(sizeOf(await drawTask(task, today, drawing))).toEqual([1200, 630]);
});

test.each(locales)(
  "each plan is on one page in %s, and its bytes stay the same",
  async (locale) => {
    for (const { slug } of await publicPlans(today)) {
      const sheet = await planSheet(slug, today, locale);
      expect([slug, pagesOf(sheet ?? new Uint8Array())]).toEqual([slug, 1]);
      expect(bytes(await planSheet(slug, today, locale))).toBe(bytes(sheet));
    }
  },
  60_000,
);

test.each([
  [
    "forty measures with long names",
    40,
    "深入推进产业结构优化调整，".repeat(4),
    "省生态环境厅、省能源局",
  ],
  ["ninety measures", 90, "压实各方治污责任", "省生态环境厅"],
  ["hostile names", 60, hostile, hostile],
])(
  "a plan of %s is on one page too",
  async (_, count, title, lead) => {
    const own = tasks.slice(0, 11).filter(({ isTracked }) => isTracked);
    const many = Array.from({ length: Math.min(count, mostRows) }, (_, index) => {
      const task = own[index % own.length] as ListedTask;
      const health = { ...task.health, light: "red" as const, percent: 100 };
      const english = { titleEn: null, leadEn: null };
      const code = `LONG-${index}.10`;
      return { ...task, ...english, code, title, lead, parentCode: null, health };
    });
    const plan = { slug: "air", title, titleEn: null, documentTitle: title, issuer: lead };
    const all = overviewOf([{ light: "red", count }]);
    const counts = { told: all, areMeasures: true, all, isDemo: false };
    const slipped = slippedOf(many, count);
    for (const locale of locales) {
      const given = { plan, counts, tasks: many, slipped, asOf: today, words: wordsIn(locale) };
      expect([locale, pagesOf(await printPlan(given))]).toEqual([locale, 1]);
    }
  },
  30_000,
);

test("a sheet names everything that is late, in whatever room it has", () => {
  const own = tasks.slice(0, 60).map((task, index) => ({ ...task, code: `LATE-${index}.10` }));
  for (const [count, space] of [
    [6, 400],
    [25, 400],
    [60, 400],
    [60, 120],
  ] as const) {
    const late = own.slice(0, count);
    const { content, height } = slippageLines(slippedOf(late, count), space, wordsIn("zh-CN"));
    const text = JSON.stringify(content).replaceAll(/[^\w.-]+/g, " ");
    const unnamed = late.filter(({ code }) => !text.includes(code));
    expect([count, space, unnamed.map(({ code }) => code)]).toEqual([count, space, []]);
    expect(height).toBeLessThanOrEqual(space);
  }
});

test("a line that is cut says whole what is wrong", () => {
  const words = wordsIn("en");
  const late = tasks.filter(({ health }) => health.light === "red" || health.light === "yellow");
  const reasons = late.map(({ health: { reason, behind } }) =>
    words.say(`reasons.${reason}`, { behind }),
  );
  const { content } = slippageLines(slippedOf(late, late.length), late.length * 16, words);
  const ends = content.map((line) => JSON.stringify(line).match(/"text":"[^"]*: ([^":]+)"/)?.[1]);
  expect(ends.slice(0, late.length)).toEqual(reasons);
});

test("what is not there has neither picture nor sheet", async () => {
  expect(await planPicture("moon", today)).toBeNull();
  expect(await planSheet("moon", today)).toBeNull();
  expect(await taskPicture("MOON-01", today)).toBeNull();
});
