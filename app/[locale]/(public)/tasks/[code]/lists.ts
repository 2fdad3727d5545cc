import type { Query } from "@/lib/domain/inputs";
import type { AsOf } from "@/lib/public/as-of";
import { pagePath } from "@/lib/public/page-path";

// A task's page has lists that grow while it is worked on. Each is turned by itself, by a name in the address.

export const lists = ["parts", "reports", "answers", "steps"] as const;
export type List = (typeof lists)[number];
/** The address of each page of a list, the others staying where they are. */
export type Places = (list: List) => (page: number) => string;

/** More of them would make the page heavier than a public page may be. */
export const shownParts = 15;
export const shownSteps = 25;
/** The way below has all of them. */
export const shownCorrections = 5;
/** So many signs of words. */
export const mostWords = { reports: 3_000, answers: 1_500 };

export function placesIn(path: string, when: AsOf, query: Query): Places {
  return (list) => (page) => {
    const asked = { ...query, [list]: page > 1 ? String(page) : undefined };
    const kept = lists.flatMap((each) => {
      const said = asked[each];
      return typeof said === "string" ? [[each, said] as const] : [];
    });
    return `${pagePath(path, when, 1, Object.fromEntries(kept))}#${list}`;
  };
}
