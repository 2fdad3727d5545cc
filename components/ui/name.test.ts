import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Name } from "./name";

const drawn = (locale: string, english: string | null) =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      ...{ locale, messages: {}, timeZone: "Asia/Shanghai" },
      // biome-ignore lint/correctness/noChildrenProp: the type of the provider asks for it here.
      children: createElement(Name, { name: "省能源局", english }),
    }),
  );

test("a name is translated on an English page, and marked as Chinese where nobody has translated it", () => {
  expect(drawn("en", "Provincial Energy Bureau")).toBe("Provincial Energy Bureau");
  expect(drawn("en", null)).toBe('<span lang="zh-CN">省能源局</span>');
  expect(drawn("zh-CN", "Provincial Energy Bureau")).toBe("省能源局");
});
