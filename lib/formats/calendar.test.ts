import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import type { Locale } from "@/messages/locales";
import { writeCalendar } from "./calendar";

beforeAll(() => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
});

const awkward = `省，能源；局;a,b\\n\\ "引号"😀${"长".repeat(200)}\n第二行\u202e\0`;
const shown = `省，能源；局;a,b\\n\\ "引号"😀${"长".repeat(200)}\n第二行`;
const task = {
  code: "AIR 01/一",
  title: awkward,
  quote: awkward,
  isTracked: true,
  status: "active",
  lead: awkward,
  ownerVerbatim: null,
  isDemo: true,
  deadline: { windowStart: "2024-06-01", dueOn: "2024-12-31" },
} as unknown as ListedTask;
const about = { code: task.code, title: task.title, plan: "air", isDemo: true };
const registered: PublicChange = {
  ...about,
  type: "registered",
  at: "2024-04-20T01:00:00.000Z",
  day: "2024-04-20",
};
const moved: PublicChange = {
  ...about,
  ...{ type: "due_moved", from: "2024-12-31", to: "2025-01-31", days: 31, cause: "extension" },
  ...{ reason: null, unit: "省能源局", at: "2024-06-10T01:00:00.000Z", day: "2024-06-10" },
};
const reported: PublicChange = {
  ...about,
  ...{ type: "report", percent: 30, before: null },
  ...{ at: "2024-06-11T01:00:00.000Z", day: "2024-06-11" },
};

function read(tasks: ListedTask[], changes: PublicChange[], locale: Locale = "zh-CN") {
  const text = writeCalendar({ name: awkward, tasks, changes, site: { name: "台账" } }, locale);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((each) => {
    const { uid, summary, description, startDate, sequence } = new ICAL.Event(each);
    const value = (name: string) => String(each.getFirstPropertyValue(name));
    return {
      ...{ uid, summary, description, sequence, start: startDate.toString() },
      ...{ stamp: value("dtstamp"), modified: value("last-modified") },
      ...{ url: value("url"), status: value("status") },
    };
  });
}

test("awkward Chinese words come back whole, the window's first day has its own event", () => {
  const name = encodeURIComponent(task.code);
  const common = {
    description: `牵头单位：${shown}\n${shown}\n演示数据`,
    sequence: 0,
    stamp: "2024-04-20T01:00:00Z",
    modified: "2024-04-20T01:00:00Z",
    url: `https://dc.example.gov.cn/tasks/${name}`,
    status: "CONFIRMED",
  };
  expect(read([task], [registered])).toEqual([
    {
      ...common,
      uid: `${name}.start@dc.example.gov.cn`,
      summary: `起始：${shown}`,
      start: "2024-06-01",
    },
    { ...common, uid: `${name}@dc.example.gov.cn`, summary: `到期：${shown}`, start: "2024-12-31" },
  ]);
});

test("in English it is the same events, in English words and leading to English pages", () => {
  const [start, due] = read([task], [registered], "en");
  expect(due?.summary).toBe(`Due: ${shown}`);
  expect(start?.description).toContain("Lead unit");
  expect(due?.url).toBe(`https://dc.example.gov.cn/en/tasks/${encodeURIComponent(task.code)}`);
  expect(due?.uid).toBe(read([task], [registered])[1]?.uid);
});

test("a moved day moves the event under its old name; a report changes nothing", () => {
  const later = { ...task, deadline: { ...task.deadline, windowStart: null, dueOn: "2025-01-31" } };
  const [after] = read([later], [moved, registered]);
  expect(after).toMatchObject({
    start: "2025-01-31",
    sequence: 1,
    modified: "2024-06-10T01:00:00Z",
  });
  expect(after?.uid).toBe(read([task], [registered])[1]?.uid);
  expect(read([later], [reported, moved, registered])).toEqual([after]);
});

test("what was called off is cancelled, what is done or not tracked is not there", () => {
  expect(read([{ ...task, status: "cancelled" }], []).map(({ status }) => status)).toEqual([
    "CANCELLED",
    "CANCELLED",
  ]);
  expect(
    read(
      [
        { ...task, status: "completed" },
        { ...task, isTracked: false },
      ],
      [],
    ),
  ).toEqual([]);
});
