import { afterEach, beforeAll, expect, test } from "vitest";
import { asRequest } from "@/lib/current-request";
import { env } from "@/lib/env";
import { isCrossSite, isSameOrigin, requestFrom } from "./request";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.PUBLIC_URL = "https://ledger.example";
});
afterEach(() => {
  env().PUBLIC_URL = "https://ledger.example";
});

const sameOrigin = (headers: Record<string, string>) => isSameOrigin(new Headers(headers));

test("the browser's own word decides where it gives one", () => {
  expect(sameOrigin({ "sec-fetch-site": "same-origin" })).toBe(true);
  for (const site of ["same-site", "cross-site", "none"])
    expect(sameOrigin({ "sec-fetch-site": site, origin: "https://ledger.example" }), site).toBe(
      false,
    );
});

test("without it the origin must be the public address, whatever host was asked", () => {
  expect(sameOrigin({ origin: "https://ledger.example", host: "127.0.0.1:3000" })).toBe(true);
  expect(sameOrigin({ host: "127.0.0.1:3000" })).toBe(false);
  expect(sameOrigin({ origin: "null", host: "127.0.0.1:3000" })).toBe(false);
  const spoofed = { origin: "http://evil.example", host: "127.0.0.1:3000" };
  expect(sameOrigin({ ...spoofed, "x-forwarded-host": "evil.example" })).toBe(false);
  expect(sameOrigin({ origin: "http://ledger.example", host: "ledger.example" })).toBe(false);
  expect(sameOrigin({ origin: "https://ledger.example.evil.example" })).toBe(false);
});

test("a page of an attacker's name that leads to our machine (DNS rebinding) is not ours", () => {
  const rebound = { origin: "http://evil.example:3000", host: "evil.example:3000" };
  expect(sameOrigin(rebound)).toBe(false);
  expect(sameOrigin({ ...rebound, "sec-fetch-site": "same-origin" })).toBe(false);
  env().PUBLIC_URL = "http://localhost:3000";
  expect(sameOrigin(rebound)).toBe(false);
  expect(sameOrigin({ origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" })).toBe(false);
});

test("one's own machine may be asked by any of its names", () => {
  env().PUBLIC_URL = "http://localhost:3000";
  for (const host of ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "127.0.0.1:8080"])
    expect([host, sameOrigin({ origin: `http://${host}`, host })]).toEqual([host, true]);
  expect(sameOrigin({ origin: "http://127.0.0.1:8080", host: "127.0.0.1:3000" })).toBe(false);
  env().PUBLIC_URL = "https://ledger.example";
  expect(sameOrigin({ origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" })).toBe(false);
});

test("what says nothing of where it comes from is no browser's, and what says another site is", () => {
  const crossSite = (headers: Record<string, string>) => isCrossSite(new Headers(headers));
  expect(crossSite({ host: "ledger.example" })).toBe(false);
  expect(crossSite({ origin: "https://ledger.example" })).toBe(false);
  expect(crossSite({ origin: "https://evil.example" })).toBe(true);
  expect(crossSite({ origin: "null" })).toBe(true);
  expect(crossSite({ "sec-fetch-site": "cross-site" })).toBe(true);
});

test("a request bears the number that it got on arrival", () => {
  const arrived = { id: "number-of-request", asked: "POST /sign-in" };
  expect(asRequest(arrived, () => requestFrom(new Headers()).id)).toBe(arrived.id);
  expect(requestFrom(new Headers({ "x-request-id": "a-strangers" })).id).not.toBe("a-strangers");
});

test("an address is what our own server says, which knows the proxies (lib/client-address.ts)", () => {
  const forwarded = { "x-forwarded-for": "6.6.6.6, 10.0.0.9, 10.0.0.1", forwarded: "for=6.6.6.6" };
  expect(requestFrom(new Headers(forwarded)).ip).toBeNull();
  const named = { ...forwarded, "x-client-address": "10.0.0.9" };
  expect(requestFrom(new Headers(named)).ip).toBe("10.0.0.9");
});
