import { createHash } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { english } from "./english";
import { departments, documents, excluded, indicators, page, plans, tasks } from "./source";

const withoutSpace = (text: string) => text.replace(/\s/g, "");
const textAt = ({ start, end }: { start: number; end: number }) => page.slice(start, end);
const duplicatesIn = (values: string[]) => values.filter((v, i) => values.indexOf(v) !== i);

describe("the page", () => {
  it("is the text the places were counted in", () => {
    expect(createHash("sha256").update(page).digest("hex")).toBe(
      "817bf83d775fe54cf1cd9f8701236020cdfa7bae7ceaf368b7b640d3951aa44b",
    );
  });

  test.each([
    ...tasks.map((task) => ({ ...task, name: task.code })),
    ...excluded.map((block) => ({ ...block, name: block.title })),
    ...indicators,
  ])("has the quote of $name at its place", (quoted) => {
    expect(withoutSpace(textAt(quoted))).toBe(withoutSpace(quoted.quote));
  });

  test.each(indicators)("states the figure of $name", ({ value, quote }) => {
    expect(quote).toContain(value.startsWith("-") ? `下降${value.slice(1)}` : value);
  });
});

test("every plan, unit and task has its name in English, and nothing that is not there", () => {
  const keysOf = (names: object) => Object.keys(names).sort();
  expect(keysOf(english.units)).toEqual(departments.map(({ code }) => code).sort());
  expect(keysOf(english.plans)).toEqual(plans.map(({ slug }) => slug).sort());
  expect(keysOf(english.tasks)).toEqual(tasks.map(({ code }) => code).sort());
  for (const name of Object.values(english.tasks)) expect(name).not.toMatch(/\p{Script=Han}/u);
});

describe("documents", () => {
  const countByKind = (slug: string) => {
    const kinds = tasks.filter((task) => task.document === slug).map((task) => task.kind);
    return Object.fromEntries(
      [...new Set(kinds)].map((k) => [k, kinds.filter((x) => x === k).length]),
    );
  };

  it("hold 119 items, 118 of them tracked", () => {
    expect(tasks).toHaveLength(119);
    expect(tasks.filter((task) => task.kind !== "principle")).toHaveLength(118);
    expect(countByKind("air")).toEqual({ goal: 1, measure: 10, subtask: 38 });
    expect(countByKind("central")).toEqual({
      measure: 5,
      subtask: 43,
      principle: 1,
      requirement: 4,
    });
    expect(countByKind("safety")).toEqual({ measure: 2, subtask: 8 });
    expect(countByKind("courier")).toEqual({ measure: 1, subtask: 2 });
    expect(countByKind("child")).toEqual({ measure: 1, subtask: 2 });
    expect(countByKind("fire")).toEqual({ measure: 1 });
  });

  it("stand beside 8 blocks that are no directive and 34 indicators", () => {
    expect(excluded).toHaveLength(8);
    expect(indicators).toHaveLength(34);
  });

  it("have one plan each, whose series begins the codes of its tasks", () => {
    expect(plans.map((plan) => plan.document)).toEqual(documents.map((d) => d.slug));
    for (const plan of plans) {
      const codes = tasks.filter((t) => t.document === plan.document).map((t) => t.code);
      expect(codes.filter((code) => !code.startsWith(`${plan.series}-`))).toEqual([]);
    }
  });

  it("use their printed title, or say that the title is ours", () => {
    for (const document of documents) {
      expect(document.titleNote === null).toBe(textAt(document).startsWith(document.title));
    }
  });

  it("do not overlap each other or the excluded blocks", () => {
    const places = [...documents, ...excluded].sort((a, b) => a.start - b.start);
    const overlapping = places.filter((p, i) => p.start < (places[i - 1]?.end ?? 0));
    expect(overlapping).toEqual([]);
  });
});

describe("departments", () => {
  it("are a tree under the party committee and the provincial government", () => {
    const codes = departments.map((d) => d.code);
    expect(duplicatesIn(codes)).toEqual([]);
    expect(duplicatesIn(departments.map((d) => d.name))).toEqual([]);
    expect(departments.filter((d) => !d.parent).map((d) => d.name)).toEqual([
      "中共山西省委",
      "山西省人民政府",
    ]);
    departments.forEach(({ code, parent, order }, index) => {
      expect(order, code).toBe(index + 1);
      if (parent) expect(codes.slice(0, index), code).toContain(parent);
    });
  });

  it("include the 11 cities of Shanxi", () => {
    expect(departments.filter((d) => d.kind === "city")).toHaveLength(11);
  });
});

// Bylines and quoted officials stay in the page's text; nobody becomes an owner, a user or a label.
test.each(
  "阎铁浩、贺娟芳、何宝国、侯慧琴、李俊华、李思明、弓凤飞、尹哲、牛曙、薛志刚、刘大山、邓寅明".split(
    "、",
  ),
)("%s is in no structured field", (person) => {
  const fields = JSON.stringify([documents, plans, tasks, departments, excluded, indicators]);
  expect(fields).not.toContain(person);
});
