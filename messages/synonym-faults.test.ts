import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { siteSettingsSchema } from "@/lib/domain/site/settings";
import { readMessage } from "@/lib/domain/texts";
import en from "./en.json";
import zh from "./zh-CN.json";

/** What the form of the site's settings says of a list of synonyms, in both languages. */
function said(synonyms: string): string[] {
  const found = siteSettingsSchema.shape.synonyms.safeParse(synonyms);
  const { key, about } = readMessage(found.error?.issues[0]?.message ?? "");
  const say = { "zh-CN": zh, en } as const;
  return (["zh-CN", "en"] as const).map((locale) => {
    const t = createTranslator({ locale, messages: say[locale] });
    return t(`validation.${key as "synonym_alone"}`, about as { line: string; word: string });
  });
}

test.each([
  ["\n供暖 取暖\n汽车", "3", "汽车"],
  ["供暖 取暖\n煤炭 煤", "2", "煤"],
  [`供暖 取暖\n${Array.from({ length: 11 }, (_, i) => `词${i}&?`).join(" ")}`, "2", "词0&?"],
])("a refused list of synonyms says which line is wrong: %j", (synonyms, line, word) => {
  const [chinese, english] = said(synonyms);
  expect(chinese).toContain(`第 ${line} 行`);
  expect(english?.toLowerCase()).toContain(`line ${line}`);
  for (const each of [chinese, english]) expect(each).toContain(`“${word}”`);
});
