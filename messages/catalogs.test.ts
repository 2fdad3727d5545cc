import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditEventTypes, sentenceKey } from "@/lib/domain/audit/audit-events";
import { dueMoveCauses } from "@/lib/domain/calendar/deadlines";
import { escalationLevels } from "@/lib/domain/chasing/reminder-policy";
import { submissionKinds } from "@/lib/domain/kinds";
import { announcementSentences } from "@/lib/domain/notifications/announcements";
import { roles } from "@/lib/domain/people/roles";
import { refusalCodes } from "@/lib/domain/refusals";
import { reviewers } from "@/lib/domain/submissions/submission-kinds";
import { submissionStatuses } from "@/lib/domain/submissions/submissions";
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
  ["steps", reviewers],
  ["levels", escalationLevels],
  ["dueMoveCauses", dueMoveCauses],
  ["notifications", announcementSentences],
] as const)("every one of %s has its words", (namespace, keys) => {
  for (const key of keys) expect(chinese.get(`${namespace}.${key}`), key).toBeTruthy();
});

test("components and pages hold no Chinese words of their own", () => {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const code = files.filter((file) => file.endsWith(".tsx"));
  expect(code.length).toBeGreaterThan(0);
  const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  expect(
    code.filter((file) => /[\u4e00-\u9fff]/.test(withoutComments(readFileSync(file, "utf8")))),
  ).toEqual([]);
});
