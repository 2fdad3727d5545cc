import { expect, test } from "vitest";
import { notificationSentences } from "@/lib/domain/notifications/mail-topics";
import {
  sayText,
  textNames,
  textParts,
  textPlaceholders,
  textRefusal,
} from "@/lib/domain/notifications/texts";
import { wordsIn } from "@/lib/words";
import en from "./en.json";
import zh from "./zh-CN.json";

const named = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].sort();

test("every kind of message has its placeholders here, and its catalogs use just these", () => {
  const ofMail = ["mail_subject", "mail_opening", "mail_closing"];
  expect([...textNames].sort()).toEqual([...notificationSentences, ...ofMail].sort());
  for (const { notifications } of [zh, en])
    for (const name of textNames) {
      expect([name, named(notifications[name])]).toEqual([
        name,
        [...textPlaceholders[name]].sort(),
      ]);
      expect([name, textRefusal(name, notifications[name], "zh")]).toEqual([name, null]);
    }
});

test("every part and every placeholder has its words, its meaning and an example", () => {
  const { names, placeholders, examples } = zh.work.notificationTexts;
  const all = [...new Set(textNames.flatMap((name) => [...textPlaceholders[name]]))].sort();
  expect(Object.keys(placeholders).sort()).toEqual(all);
  expect(Object.keys(examples).sort()).toEqual(all);
  expect(Object.keys(names).sort()).toEqual([...textNames].sort());
  const parts = Object.entries(zh.notificationParts).map(([name, of]) => [name, Object.keys(of)]);
  expect(Object.fromEntries(parts)).toEqual(textParts);
});

const catalog = wordsIn("zh-CN");

test("the office's own words take the place of ours, with the same values", () => {
  const params = { light: "red", reason: "overdue" };
  expect(sayText("notice_issued", params, {}, catalog)).toBe("任务收到红色督办单：已逾期。");
  const own = { notice_issued: "【{light}】{reason}" };
  expect(sayText("notice_issued", params, own, catalog)).toBe("【红色】已逾期");
  expect(sayText("task_assigned", {}, own, catalog)).toContain("请按时签收");
});
