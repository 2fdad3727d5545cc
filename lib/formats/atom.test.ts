import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, expect, test } from "vitest";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import { writeAtom } from "./atom";

beforeAll(() => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
});

const hostile = `]]>]]><script>alert(1)</script>&amp;😀\u202e\ud800\0${"山".repeat(5000)}`;
const shown = `]]>]]><script>alert(1)</script>&amp;😀${"山".repeat(5000)}`;
const change: PublicChange = {
  type: "report",
  percent: 60,
  before: 30,
  at: "2024-06-01T02:00:00.000Z",
  day: "2024-06-01",
  code: "AIR-01",
  title: hostile,
  plan: "air",
  isDemo: true,
};

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function entriesOf(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, processEntities: false });
  return [parser.parse(text).feed.entry].flat();
}

const site = { name: "台账", title: "政策落实进展", description: "公开可查" };

test("hostile words arrive as text, in titles and contents", () => {
  const reports = new Map([[change, { text: `一\n${hostile}`, changedAt: change.at }]]);
  const source = { name: hostile, path: "/plans/air", changes: [change], reports, site };
  const [entry] = entriesOf(writeAtom(source, "zh-CN"));
  expect(entry.title["#text"]).toContain(escaped(shown));
  expect(entry.content["#text"]).toContain(`<p>一</p><p>${escaped(shown)}</p>`);
  expect(entry.content["#text"]).not.toContain("<script");
  expect(writeAtom(source, "zh-CN")).toBe(writeAtom(source, "zh-CN"));
});

test("an entry whose words were taken back keeps its name and has changed", () => {
  const changedAt = "2024-06-05T02:00:00.000Z";
  const write = (text: string | null, at: string) =>
    entriesOf(
      writeAtom(
        {
          name: null,
          path: "/",
          changes: [change],
          reports: new Map([[change, { text, changedAt: at }]]),
          site,
        },
        "en",
      ),
    )[0];
  const [before, after] = [write("原话", change.at), write(null, changedAt)];
  expect(after.id).toBe(before.id);
  expect([before.updated, after.updated]).toEqual([change.at, changedAt]);
  expect(after.content["#text"]).not.toContain("原话");
});

test("in English it is another feed, of English pages, whose entries are no Chinese one's", () => {
  const source = { name: "空气", path: "/plans/air", changes: [change], reports: new Map(), site };
  const english = writeAtom(source, "en");
  expect(english).toContain('href="https://dc.example.gov.cn/en/plans/air/feed.atom"');
  const [zh, en] = [entriesOf(writeAtom(source, "zh-CN"))[0], entriesOf(english)[0]];
  expect(en.link["@_href"]).toBe("https://dc.example.gov.cn/en/tasks/AIR-01");
  expect(en.content["#text"]).toContain("60%");
  expect(en.title["#text"]).toContain(": ");
  expect(en.id).not.toBe(zh.id);
});

test("in English a title and the units of a sentence are called as they are translated", () => {
  const assigned: PublicChange = {
    ...{ type: "assigned", lead: "省能源局", unitsEn: { 省能源局: "Provincial Energy Bureau" } },
    ...{ at: change.at, day: change.day, code: "AIR-02", title: "能源", titleEn: "Energy" },
    ...{ plan: "air", isDemo: false },
  };
  const source = { name: "", path: "/", changes: [assigned], reports: new Map(), site };
  const said = (locale: "zh-CN" | "en") => entriesOf(writeAtom(source, locale))[0];
  const english = JSON.stringify([said("en").title, said("en").content]);
  expect(english).toContain("Provincial Energy Bureau");
  expect(english).not.toContain("省能源局");
  expect(JSON.stringify(said("zh-CN").content)).toContain("省能源局");
});
