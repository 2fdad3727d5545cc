import { beforeAll, expect, test } from "vitest";
import { isSameOrigin, requestFrom } from "./request";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.PUBLIC_URL = "https://ledger.example";
});
const sameOrigin = (headers: Record<string, string>) => isSameOrigin(new Headers(headers));

test("the browser's own word decides where it gives one", () => {
  expect(sameOrigin({ "sec-fetch-site": "same-origin" })).toBe(true);
  for (const site of ["same-site", "cross-site", "none"])
    expect(sameOrigin({ "sec-fetch-site": site, origin: "https://ledger.example" }), site).toBe(
      false,
    );
});

test("without it the origin must be the public address, or the host that was asked", () => {
  expect(sameOrigin({ origin: "https://ledger.example", host: "127.0.0.1:3000" })).toBe(true);
  expect(sameOrigin({ origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" })).toBe(true);
  expect(sameOrigin({ host: "127.0.0.1:3000" })).toBe(false);
  expect(sameOrigin({ origin: "null", host: "127.0.0.1:3000" })).toBe(false);
  const spoofed = { origin: "http://evil.example", host: "127.0.0.1:3000" };
  expect(sameOrigin({ ...spoofed, "x-forwarded-host": "evil.example" })).toBe(false);
});

test("an address is what our own server says, which knows the proxies (lib/client-address.ts)", () => {
  const forwarded = { "x-forwarded-for": "6.6.6.6, 10.0.0.9, 10.0.0.1", forwarded: "for=6.6.6.6" };
  expect(requestFrom(new Headers(forwarded)).ip).toBeNull();
  const named = { ...forwarded, "x-client-address": "10.0.0.9" };
  expect(requestFrom(new Headers(named)).ip).toBe("10.0.0.9");
});
