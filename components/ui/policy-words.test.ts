import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PolicyWords } from "./policy-words";

const drawn = (locale: string, text: string) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      ...{ locale, messages: {}, timeZone: "Asia/Shanghai" },
      // biome-ignore lint/correctness/noChildrenProp: the type of the provider asks for it here.
      children: createElement(PolicyWords, { text }),
    }),
  );

test("on an English page the Chinese in a sentence is marked, and only that", () => {
  expect(drawn("en", "Handed to 省应急管理厅（省安委办） to lead")).toBe(
    'Handed to <span lang="zh-CN">省应急管理厅（省安委办）</span> to lead',
  );
  expect(drawn("en", "Plan: Clean air")).toBe("Plan: Clean air");
  expect(drawn("en", "")).toBe("");
});

test("a Chinese page needs no mark", () => {
  expect(drawn("zh-CN", "交由省科技厅牵头办理")).toBe("交由省科技厅牵头办理");
});
