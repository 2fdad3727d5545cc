import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { HistoryEntry } from "@/lib/domain/audit/audit-events";
import zh from "@/messages/zh-CN.json";
import { AuditTrail } from "./audit-trail";

const entry = (number: number): HistoryEntry => ({
  id: String(number),
  actor: null,
  at: "2024-06-12T01:00:00.000Z",
  request: { id: "", ip: null },
  subject: { task: "AIR-01", submissionId: null },
  event: { type: "chase.sent", message: `<${number}>` },
});
const shown = (count: number) => {
  const history = Array.from({ length: count }, (_, i) => entry(i + 1));
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" messages={zh} timeZone="Asia/Shanghai">
      <AuditTrail history={history} place={{ page: 1, pages: 1, hrefOf: String }} />
    </NextIntlClientProvider>,
  );
  const [open = "", folded = ""] = markup.split("<details");
  const numbersIn = (text: string) =>
    [...text.matchAll(/&lt;(\d+)&gt;/g)].map(([, number]) => Number(number));
  return { open: numbersIn(open), folded: numbersIn(folded) };
};

test("the newest stands first; beyond five the older are folded, and none is lost", () => {
  expect(shown(3)).toEqual({ open: [3, 2, 1], folded: [] });
  expect(shown(5).folded).toEqual([]);
  const { open, folded } = shown(7);
  expect(open).toEqual([7, 6, 5, 4, 3]);
  expect(folded).toEqual([2, 1]);
});
