/// <reference types="vite/client" />
import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { timeRules } from "./deadlines/time-rules";
import { itemRules } from "./items/item-rules";
import { kindRules } from "./kinds/rules";
import { labelled, readLines } from "./labelled/documents.fixture";
import { ownerRules } from "./owners/owner-rules";
import { proposalsOf } from "./proposals";
import { importRules } from "./rules";
import { targetRules } from "./targets/target-rules";

const sources = Object.entries(
  import.meta.glob<string>("./{items,tables,kinds,owners,deadlines,targets}/**/*.ts", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
).filter(([file]) => !/\.(?:test|fixture)\.ts$/.test(file));

/** The names that the code of these folders gives to rules. */
function namesIn(...folders: string[]): string[] {
  const texts = sources
    .filter(([file]) => folders.includes(file.replace(/^\.\/|\/[^/]*$/g, "")))
    .map(([, text]) => text);
  // rule: "…", const rule = "…", and one of two: rule = isInherited ? "…" : "…".
  const said = /\brule(?:: | = )(?:\w+ \? "([\w-]+)" : )?"([\w-]+)"/g;
  const columns = /inTimeColumn\(\s*"([\w-]+)"/g;
  const found = texts.flatMap((text) =>
    [said, columns].flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(([, ...names]) => names.filter(Boolean)),
    ),
  );
  return [...new Set(found)].sort();
}

test.each<[string[], readonly string[]]>([
  [["items", "tables"], itemRules],
  [["kinds"], kindRules.map(({ rule }) => rule)],
  [["owners"], ownerRules],
  [["deadlines", "deadlines/forms"], timeRules],
  [["targets"], targetRules],
])("the rules of %s are those that its code names", (folders, rules) => {
  expect(namesIn(...folders)).toEqual([...rules].sort());
});

test("what is proposed from the labelled documents names no others", () => {
  const used = labelled().flatMap(({ text }) =>
    proposalsOf(readLines(text), calendar).candidates.flatMap((each) =>
      [...each.evidence, ...each.owners, ...each.deadlines, ...each.targets].map(
        ({ rule }) => rule,
      ),
    ),
  );
  expect(new Set(used).size).toBeGreaterThan(25);
  expect(used.filter((rule) => !importRules.includes(rule))).toEqual([]);
});
