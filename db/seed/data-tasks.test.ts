import { describe, expect, it, test } from "vitest";
import { departments, documents, page, tasks } from "./source";

const withoutSpace = (text: string) => text.replace(/\s/g, "");
const duplicatesIn = (values: string[]) => values.filter((v, i) => values.indexOf(v) !== i);

function documentOf(slug: string) {
  const document = documents.find((d) => d.slug === slug);
  if (!document) throw new Error(`no document ${slug}`);
  return document;
}

function deadlineOf(code: string) {
  const deadline = tasks.find((task) => task.code === code)?.deadline;
  if (!deadline) throw new Error(`no deadline for ${code}`);
  return deadline;
}

describe("tasks", () => {
  it("lie inside their document's passage, with their owner's and deadline's own words", () => {
    for (const task of tasks) {
      const document = documentOf(task.document);
      expect(task.start, task.code).toBeGreaterThanOrEqual(document.start);
      expect(task.end, task.code).toBeLessThanOrEqual(document.end);
      const words = withoutSpace(page.slice(document.start, document.end));
      expect(words, task.code).toContain(task.ownerVerbatim ?? "");
      expect(words, task.code).toContain(task.deadline?.verbatim ?? "");
    }
  });

  it("have unique codes, and parents that come before them in the same document", () => {
    expect(duplicatesIn(tasks.map((task) => task.code))).toEqual([]);
    tasks.forEach(({ code, parent, kind, document }, index) => {
      expect(parent !== null, code).toBe(kind === "subtask");
      const earlier = tasks.slice(0, index).filter((task) => task.document === document);
      if (parent)
        expect(
          earlier.map((task) => task.code),
          code,
        ).toContain(parent);
    });
  });

  it("are led by a unit that exists and is no collective", () => {
    const kinds = new Map(departments.map((d) => [d.code, d.kind]));
    for (const { code, lead, cooperating } of tasks) {
      if (lead) expect(kinds.get(lead) ?? "collective", code).not.toBe("collective");
      expect(
        cooperating.filter((unit) => !kinds.has(unit) || unit === lead),
        code,
      ).toEqual([]);
      expect(duplicatesIn(cooperating), code).toEqual([]);
    }
  });

  it("lack a lead only where the text names no single unit, and say so", () => {
    const leaderless = tasks.filter((task) => task.lead === null);
    expect(leaderless.map((t) => t.code)).toEqual(["CEN-R1", "CEN-R3", "CEN-R4", "CHI-01.1"]);
    for (const task of leaderless.slice(1)) expect(task.note).toContain("待明确单一牵头单位");
  });

  it("take 9 owners from the text and propose 109", () => {
    const named = tasks.filter((task) => task.ownerBasis === "source");
    expect(named.every((task) => task.ownerVerbatim)).toBe(true);
    expect(named).toHaveLength(9);
    expect(tasks.filter((task) => task.ownerBasis === "proposed")).toHaveLength(109);
  });
});

describe("deadlines", () => {
  it("come from the page's own words, or there is none", () => {
    for (const { code, deadline } of tasks) {
      if (!deadline) continue;
      expect(deadline.basis, code).toBe(deadline.verbatim ? "source" : null);
      expect(deadline.kind === "ongoing", code).toBe(deadline.verbatim === null);
      const dateless = deadline.kind === "ongoing" || deadline.kind === "unresolved";
      expect(deadline.dueOn === null, code).toBe(dateless);
    }
  });

  it("are five, and only the principle is without any", () => {
    const dated = tasks.filter((task) => task.deadline?.verbatim).map((task) => task.code);
    expect(dated).toEqual(["AIR-00", "COU-01", "CHI-01.1", "CHI-01.2", "FIRE-01"]);
    expect(tasks.filter((t) => !t.deadline).map((t) => t.code)).toEqual(["CEN-R1"]);
  });

  test.each([
    ["FIRE-01", "date", null, "2024-03-25"],
    ["CHI-01.1", "date", null, "2024-04-20"],
    ["CHI-01.2", "ten_day", "2024-06-01", "2024-06-10"],
    ["AIR-00", "year", "2024-01-01", "2024-12-31"],
    ["COU-01", "unresolved", null, null],
  ])("%s is %s, from %s to %s", (code, kind, windowStart, dueOn) => {
    expect(deadlineOf(code)).toMatchObject({ kind, windowStart, dueOn });
  });
});
