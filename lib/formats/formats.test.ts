import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publicTasks } from "@/db/queries/public/public";
import { testDatabase } from "@/db/testing/test-database";
import { atomFeed } from "./atom";
import { deadlineCalendar } from "./calendar";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
  db = await testDatabase();
});
afterAll(() => db.close());

const scopes = [{}, { planSlug: "air" }, { unitCode: "ecology" }, { code: "AIR-02.3" }];

test.each(scopes)(
  "the feed of %j passes a parser, and every entry has its own name",
  async (scope) => {
    const text = (await atomFeed(scope, today, "zh-CN")) ?? "";
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(text);
    const entries = [feed.entry].flat();
    expect(entries.length).toBeGreaterThan(0);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { title, updated, link } of entries) {
      expect([typeof title["#text"], Number.isNaN(Date.parse(updated))]).toEqual(["string", false]);
      expect(link["@_href"]).toMatch(/^https:\/\/dc\.example\.gov\.cn\/tasks\//);
    }
  },
);

test.each(scopes)("the calendar of %j passes a parser with its words whole", async (scope) => {
  const text = (await deadlineCalendar(scope, today, "zh-CN")) ?? "";
  expect(await deadlineCalendar(scope, today, "zh-CN")).toBe(text);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const tasks = await publicTasks(today);
  expect(events.length).toBeGreaterThan(0);
  for (const each of events) {
    const event = new ICAL.Event(each);
    const [code, key] = event.uid.split("@")[0]?.split(/\.(?=start$)/) ?? [];
    const task = tasks.find((each) => each.code === code);
    expect(event.summary).toContain(task?.title);
    expect(event.startDate.toString()).toBe(task?.deadline[key ? "windowStart" : "dueOn"]);
    expect(event.startDate.isDate).toBe(true);
  }
});

test("what is not there has neither", async () => {
  expect(await atomFeed({ planSlug: "moon" }, today, "zh-CN")).toBeNull();
  expect(await deadlineCalendar({ unitCode: "moon" }, today, "zh-CN")).toBeNull();
});
