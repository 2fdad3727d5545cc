import type { ServerResponse } from "node:http";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { budgetKey, isWithin, searchBudget } from "@/lib/domain/budgets";
import { plainPage } from "@/lib/site/plain-page";
import { wordsIn } from "@/lib/words";
import { localeOf } from "@/messages/locales";
import { plainPageHeaders } from "./send";

/**
 * What may be asked of public pages that nobody has asked before (`searchBudget`), counted in this process: a question is
 * nothing to keep. What is refused spends nothing of what all have.
 */
export function openSearchBudget() {
  const { seconds: duration, all: points } = searchBudget;
  const each = new RateLimiterMemory({ keyPrefix: "each", duration, points });
  const all = new RateLimiterMemory({ keyPrefix: "all", duration, points });
  return {
    /** Spends one for an address; false when it is one too many. */
    async spend(address: string): Promise<boolean> {
      const { consumedPoints: own } = await each.penalty(budgetKey(address));
      const spent = (await all.get(""))?.consumedPoints ?? 0;
      const isOpen = isWithin(searchBudget, { own, all: spent + 1 });
      if (isOpen) await all.penalty("");
      return isOpen;
    },
  };
}

/** Says in words that there were too many, and when to ask again. */
export function refuseSearch(response: ServerResponse, url: string): void {
  const locale = localeOf(url);
  const { say } = wordsIn(locale);
  const { seconds } = searchBudget;
  response.writeHead(429, {
    ...plainPageHeaders,
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": String(seconds),
  });
  const link = { href: "", words: say("public.error.retry") };
  const text = say("searchesTooMany.text", { seconds });
  response.end(plainPage([{ locale, title: say("searchesTooMany.title"), text, link }]));
}
