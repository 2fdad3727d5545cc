import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HomeLinks } from "@/components/site/home-links";
import zh from "@/messages/zh-CN.json";
import { FollowLinks } from "./follow-links";

const plan = { slug: "air", shortTitle: "大气" };
const shown = (isMailOn: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={zh} timeZone="Asia/Shanghai">
      <FollowLinks followed={{ kind: "plan", target: "air" }} isMailOn={isMailOn} />
      <HomeLinks plan={plan} since="2024-06-01" asOf="2024-06-12" isMailOn={isMailOn} />
    </NextIntlClientProvider>,
  );

test("to be followed by mail is offered where mail is sent, and nowhere else", () => {
  expect(shown(true).match(/\/subscriptions\/new/g)).toHaveLength(2);
  expect(shown(false)).not.toContain("/subscriptions/new");
  expect(shown(false)).toContain("feed.atom");
});
