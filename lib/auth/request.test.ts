import { afterEach, beforeAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import { isSameOrigin, requestFrom } from "./request";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.PUBLIC_URL = "https://ledger.example";
});
afterEach(() => {
  env().TRUSTED_PROXIES = 0;
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

test("an address is believed only as far as there are trusted proxies", () => {
  const headers = new Headers({ "x-forwarded-for": "6.6.6.6, 10.0.0.9, 10.0.0.1" });
  expect(requestFrom(headers).ip).toBeNull();
  env().TRUSTED_PROXIES = 2;
  expect(requestFrom(headers).ip).toBe("10.0.0.9");
  expect(requestFrom(new Headers({ "x-forwarded-for": "not an address, x" })).ip).toBeNull();
});
