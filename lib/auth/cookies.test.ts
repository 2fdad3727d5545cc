import { expect, test } from "vitest";
import { authCookies, endWithBrowser } from "./cookies";

test("on HTTPS every cookie of a sign-in is this host's alone", () => {
  const cookies = Object.values(authCookies("https://ledger.example"));
  expect(cookies).toHaveLength(6);
  for (const { name, options } of cookies) {
    expect(name).toMatch(/^__Host-next-auth\./);
    expect(options).toMatchObject({ secure: true, httpOnly: true, path: "/", sameSite: "lax" });
    expect(options).not.toHaveProperty("domain");
  }
});

test("on plain HTTP no browser would take such a cookie", () => {
  for (const { name, options } of Object.values(authCookies("http://localhost:3000"))) {
    expect(name).toMatch(/^next-auth\./);
    expect(options).toMatchObject({ secure: false, httpOnly: true });
  }
});

test("the session's cookie ends with the browser; what is taken away stays taken away", () => {
  const headers = new Headers();
  const dated = "Path=/; Expires=Thu, 01 Jan 2026 00:00:00 GMT; HttpOnly; SameSite=Lax";
  headers.append("set-cookie", "next-auth.csrf-token=a; Path=/; HttpOnly");
  headers.append("set-cookie", `next-auth.session-token=b; ${dated}`);
  headers.append("set-cookie", `next-auth.session-token.1=c; ${dated}`);
  headers.append("set-cookie", "next-auth.session-token=; Max-Age=0; Path=/");
  endWithBrowser(headers, authCookies("http://localhost:3000").sessionToken);
  expect(headers.getSetCookie()).toEqual([
    "next-auth.csrf-token=a; Path=/; HttpOnly",
    "next-auth.session-token=b; Path=/; HttpOnly; SameSite=Lax",
    "next-auth.session-token.1=c; Path=/; HttpOnly; SameSite=Lax",
    "next-auth.session-token=; Max-Age=0; Path=/",
  ]);
});
