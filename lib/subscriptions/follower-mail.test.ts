import { beforeAll, expect, test } from "vitest";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import { newsMail } from "./follower-mail";

beforeAll(() => {
  process.env.PUBLIC_URL = "https://dc.example.gov.cn";
  process.env.NEXTAUTH_SECRET ??= "test-only-secret-of-at-least-32-characters";
});

const change: PublicChange = {
  ...{ type: "assigned", lead: "省能源局", unitsEn: { 省能源局: "Provincial Energy Bureau" } },
  ...{ at: "2024-06-01T02:00:00.000Z", day: "2024-06-01", code: "AIR-02" },
  ...{ title: "能源", titleEn: "Energy", plan: "air", isDemo: false },
};
const mail = (locale: string, changes = [change]) =>
  newsMail({ kind: "plan", target: "air", locale, name: "Air" }, "token", changes);

test("news in English name tasks and units in English where they are translated, in Chinese they are as they are", () => {
  const english = mail("en")?.body ?? "";
  expect(english).toContain("Energy");
  expect(english).toContain("Provincial Energy Bureau");
  expect(english).not.toMatch(/\p{Script=Han}/u);
  const chinese = mail("zh-CN")?.body ?? "";
  expect(chinese).toContain("能源");
  expect(chinese).not.toContain("Energy");
  expect(mail("en", [])).toBeNull();
});
