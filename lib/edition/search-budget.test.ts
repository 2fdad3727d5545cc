import { expect, test } from "vitest";
import { searchBudget } from "@/lib/domain/budgets";
import { isSearch } from "./page-request";
import { openSearchBudget } from "./search-budget";

const { each, all, reserve } = searchBudget;

test("one address spends its own, however much it asks, and the others can still ask", async () => {
  const searches = openSearchBudget();
  let open = 0;
  for (let i = 0; i < 4 * all; i++) open += (await searches.spend("10.0.0.1")) ? 1 : 0;
  expect(open).toBe(each);
  expect(await searches.spend("10.0.0.2")).toBe(true);
});

test("many addresses leave the reserve to whoever has not asked yet", async () => {
  const searches = openSearchBudget();
  const asked = async (address: string) => {
    let open = 0;
    for (let i = 0; i < each; i++) open += (await searches.spend(address)) ? 1 : 0;
    return open;
  };
  for (let i = 0; i < 10; i++) await asked(`10.0.1.${i}`);
  expect(await asked("10.0.2.1")).toBe(1);
  for (let i = 0; i < reserve; i++) await searches.spend(`2001:db8:0:${i.toString(16)}::1`);
  expect(await searches.spend("10.0.3.1")).toBe(false);
});

test("a line of IPv6 is one asker", async () => {
  const searches = openSearchBudget();
  let open = 0;
  for (let i = 0; i < 2 * each; i++)
    open += (await searches.spend(`2001:db8::${i.toString(16)}`)) ? 1 : 0;
  expect(open).toBe(each);
});

test("a question is a public page with a query, whatever its headers", () => {
  for (const url of [
    "/tasks?q=x",
    "/en/changes?asof=2024-01-01",
    "/compare?from=1",
    "/api/v1/tasks?x",
  ])
    expect([url, isSearch(url)]).toEqual([url, true]);
  for (const url of ["/tasks", "/tasks?", "/work?q=x", "/sign-in?next=/work"])
    expect([url, isSearch(url)]).toEqual([url, false]);
});
