import { expect, test } from "vitest";
import { addressOf, isPublicQuery, readPageRequest } from "./page-request";

const ask = (url: string, headers = {}) => readPageRequest({ method: "GET", url, headers });
const read = (url: string) => {
  const asked = ask(url);
  return asked && addressOf(asked);
};

test("a name that a page does not know asks for the same page", () => {
  expect(read("/?utm_source=a&x=1")).toBe("/");
  expect(read("/plans/air?x=1&asof=2024-05-01&y=2")).toBe("/plans/air?asof=2024-05-01");
  expect(read("/plans/air/onepage.pdf?asof=2024-05-01")).toBe("/plans/air/onepage.pdf");
  expect(read("/open-data?q=x")).toBe("/open-data");
  expect(read(`/tasks?${"x".repeat(3000)}=1&q=a`)).toBe("/tasks?q=a");
});

test("the same question has one address, in whatever order it is asked", () => {
  const one = read("/tasks?light=red&q=%E9%94%85%E7%82%89&plan=air");
  expect(read("/tasks?plan=air&%71=%e9%94%85%e7%82%89&light=red&page=")).toBe(one);
  expect(read("/compare?to=2024-06-01&from=2024-05-01")).toBe(
    "/compare?from=2024-05-01&to=2024-06-01",
  );
  expect(read("/api/v1/changes?until=2024-06-01&since=2024-05-01&asof=x")).toBe(
    "/api/v1/changes?since=2024-05-01&until=2024-06-01",
  );
});

test("what is said several times stays said several times", () => {
  expect(read("/tasks?light=red&light=yellow")).toBe("/tasks?light=red&light=yellow");
});

test("only pages that ask their address something have questions cached", () => {
  const isCached = (url: string) => {
    const asked = ask(url);
    return asked !== null && isPublicQuery(asked);
  };
  expect(isCached("/en/tasks/AIR-01?asof=2024-05-01")).toBe(true);
  expect(isCached("/api/v1/tasks.csv?plan=air")).toBe(true);
  expect(isCached("/letters?receipt=1")).toBe(false);
  expect(isCached("/subscriptions/new?kind=task")).toBe(false);
  expect(ask("/", { rsc: "1" })).toBeNull();
});
