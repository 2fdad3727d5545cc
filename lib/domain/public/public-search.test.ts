import fc from "fast-check";
import { expect, test } from "vitest";
import type { Query } from "@/lib/domain/inputs";
import { randomRuns } from "@/lib/domain/random.fixture";
import { lights } from "@/lib/domain/tasks/lights";
import { dueChoices, readSearch, type Search, searchOrders } from "./public-search";
import { conditionsOf, searchParams, searchPath } from "./search-address";

const known = { plans: ["air", "safety"], units: ["ecology"], cities: ["taiyuan"] };
const nothing: Search = { ...readSearch({}, known).search, asof: "" };

const orNothing = (values: readonly string[]) => fc.constantFrom("", ...values);
const search = fc
  .record({
    q: fc
      .string({ unit: "grapheme", maxLength: 30 })
      .map((text) => text.trim().replace(/\s+/g, " ")),
    plan: orNothing(known.plans),
    unit: orNothing(known.units),
    city: orNothing(known.cities),
    light: fc.subarray([...lights]),
    due: fc.constantFrom("" as const, ...dueChoices),
    from: orNothing(["2024-01-01", "2024-06-30"]),
    to: orNothing(["2024-06-30", "2024-12-31"]),
    order: fc.constantFrom(...searchOrders),
    page: fc.integer({ min: 1, max: 9999 }),
  })
  .map((fields): Search => ({ ...fields, asof: "" }));

function asked(path: string): Query {
  const params = new URL(path, "http://localhost").searchParams;
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

test("an address says exactly what is searched, and reads back as it was", () => {
  fc.assert(
    fc.property(search, (wanted) => {
      const { search: read, ignored } = readSearch(asked(searchPath(wanted)), known);
      expect({ ...read, asof: "" }).toEqual(wanted);
      expect(ignored).toEqual([]);
    }),
    randomRuns(300),
  );
});

test("whatever stands in an address, it is read or named as ignored, and never fails", () => {
  const value = fc.oneof(
    fc.string(),
    fc.string({ maxLength: 300, minLength: 200 }),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constantFrom("red", "2024-02-30", "air", "constructor", "\0", "-1", "1e9"),
  );
  const names = [...Object.keys(nothing), "__proto__", "constructor", "utm_source"];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (query) => {
      const { search: read, ignored } = readSearch(query, known);
      for (const name of ignored) expect(read[name as keyof typeof read]).toEqual(nothing[name]);
      expect([...known.plans, ""]).toContain(read.plan);
      expect(read.q.length).toBeLessThanOrEqual(100);
    }),
    randomRuns(300),
  );
});

test.each([
  [{ light: ["red", "purple"] }, ["light"]],
  [{ plan: "moon", unit: "ecology" }, ["plan"]],
  [{ plan: ["air", "safety"] }, ["plan"]],
  [{ from: "2024-02-30", due: "someday" }, ["due", "from"]],
  [{ from: "2024-06-30", to: "2024-01-01" }, ["to"]],
  [{ q: "水".repeat(101) }, ["q"]],
  [{ page: "0", order: "random" }, ["order", "page"]],
  [{ utm_source: "wechat", plan: "" }, []],
])("%o: %o is ignored", (query, ignored) => {
  expect(readSearch(query, known).ignored.toSorted()).toEqual(ignored);
});

test("a search without anything has the plain address, and every condition can be taken away", () => {
  expect(searchPath(nothing)).toBe("/tasks");
  fc.assert(
    fc.property(search, (wanted) => {
      const conditions = conditionsOf(wanted);
      for (const { name, value, without } of conditions) {
        expect(searchParams(without).getAll(name)).not.toContain(value);
        expect(conditionsOf(without)).toHaveLength(conditions.length - 1);
        expect(without.page).toBe(1);
      }
    }),
    randomRuns(100),
  );
});
