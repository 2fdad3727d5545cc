import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sentenceKey } from "@/lib/domain/audit/audit-events";
import { auditEventTypes } from "@/lib/domain/audit/event-types";
import { dueMoveCauses } from "@/lib/domain/calendar/deadlines";
import { escalationLevels } from "@/lib/domain/chasing/reminder-policy";
import { importRules } from "@/lib/domain/imports/rules";
import { submissionKinds } from "@/lib/domain/kinds";
import { announcementSentences } from "@/lib/domain/notifications/announcements";
import { settledHow } from "@/lib/domain/notifications/settling";
import { roles } from "@/lib/domain/people/roles";
import { refusalCodes } from "@/lib/domain/refusals";
import { fileFindings } from "@/lib/domain/submissions/evidence";
import { returnReasons } from "@/lib/domain/submissions/return-reasons";
import { reviewers } from "@/lib/domain/submissions/submission-kinds";
import { submissionStatuses } from "@/lib/domain/submissions/submissions";
import { waysOn } from "@/lib/domain/submissions/ways-on";
import { lights } from "@/lib/domain/tasks/lights";
import { rollupReasons } from "@/lib/domain/tasks/rollup";
import { taskKinds, taskStatuses } from "@/lib/domain/tasks/tasks";
import en from "./en.json";
import zh from "./zh-CN.json";

function flatten(catalog: object, path = ""): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
}
const chinese = new Map(flatten(zh));
const english = new Map(flatten(en));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].sort();

test("both catalogs have the same keys", () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test("a message takes the same values in both languages", () => {
  for (const [key, text] of chinese)
    expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
});

test("the English catalog holds no Chinese, and the Chinese one speaks Chinese", () => {
  const han = /\p{Script=Han}/u;
  const quoted = (text: string) => text.replace(/[“"（(][^”"）)]*[”"）)]/gu, "");
  const left = [...english].filter(([, text]) => han.test(quoted(text)));
  expect(left.filter(([, text]) => text !== "中文")).toEqual([]);
});

test("every finding in a file has a sentence of its own, and says what to do", () => {
  const sentence = chinese.get("refusals.file_type_refused") ?? "";
  const said = fileFindings.filter((found) => found !== "kind");
  for (const found of said) expect(sentence).toMatch(new RegExp(`\\b${found} \\{[^}]*请[^}]*\\}`));
});

test.each([
  ["refusals", refusalCodes],
  ["lights", lights],
  ["reasons", rollupReasons],
  ["status", taskStatuses],
  ["submissionStatus", submissionStatuses],
  ["taskKinds", taskKinds],
  ["roles", roles],
  ["history", auditEventTypes.map(sentenceKey)],
  ["work.audit.types", auditEventTypes.map(sentenceKey)],
  ["submissionKinds", submissionKinds],
  ["work.review.template", Object.values(returnReasons).flat()],
  ["work.split", ["dueOn", "dueHint", "dueLate", "dueFree", "catchUp"]],
  ["work.waysOn", waysOn],
  ["work.messages.settled", settledHow],
  ["steps", reviewers],
  ["levels", escalationLevels],
  ["dueMoveCauses", dueMoveCauses],
  ["notifications", announcementSentences],
  ["importRules", importRules],
] as const)("every one of %s has its words", (namespace, keys) => {
  for (const key of keys) expect(chinese.get(`${namespace}.${key}`), key).toBeTruthy();
});

/** Folders whose code speaks to people. Tests and their fixtures may quote what is said. */
const folders = ["app", "bench", "components", "db", "lib", "scripts"];
const exempt: Record<string, string> = {
  "lib/domain/calendar/notices.ts":
    "a pattern of the State Council's yearly notices, which it reads and never says",
  "lib/domain/folded-text.ts":
    "traditional characters and Chinese numerals, which it folds and never says",
  "lib/domain/public-text.ts":
    "a pattern of markings of secrecy, which it looks for and never says",
  "bench/import.ts": "a document that is measured",
  "bench/pages.mjs": "a search that is measured",
  "bench/scale.mjs": "a search that is measured",
};
/** Folders that read Chinese documents: their files are patterns of what those say. */
const readers = ["lib/domain/imports/", "lib/imports/"];
const isReader = (file: string) => readers.some((folder) => file.startsWith(folder));
const isCode = (file: string) =>
  /\.(ts|tsx|mjs)$/.test(file) && !/\.(test|fixture)\.\w+$|^db\/testing\//.test(file);
const holdsChinese = (text: string) =>
  /\p{Script=Han}/u.test(text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\\])\/\/.*$/gm, ""));

test("code holds no Chinese words of its own: they stand in the catalogs", () => {
  const code = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter(isCode);
  for (const folder of folders) expect(code.some((file) => file.startsWith(folder))).toBe(true);
  const found = code.filter((file) => !isReader(file) && holdsChinese(readFileSync(file, "utf8")));
  // A file that needs its exemption no more loses it.
  expect(found.sort()).toEqual(Object.keys(exempt).sort());
});

test.each([
  [true, 'const label = "状态";'],
  [true, "const columns = { 编号: 1 };"],
  [true, 'const url = "https://example.cn/状态";'],
  [true, "<p>状态</p>"],
  [false, 'const label = t("status"); // 状态'],
  [false, "/** 状态 */ const label = 1;"],
])("such a word is found (%s): %s", (expected, code) => {
  expect(holdsChinese(code)).toBe(expected);
});
