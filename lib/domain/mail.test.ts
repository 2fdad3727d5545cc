import { expect, it } from "vitest";
import { outcomeOf, smtpUrl } from "./mail";

it.each([
  ["tls", "smtps://mail.gov.cn:465"],
  ["starttls", "smtp://mail.gov.cn:465?requireTLS=true"],
  ["none", "smtp://mail.gov.cn:465?ignoreTLS=true"],
] as const)("%s is the address %s", (security, url) => {
  const server = { host: "mail.gov.cn", port: 465, security };
  expect(smtpUrl(server, null).replace("/?", "?")).toBe(url);
  const login = { username: "a@b", password: "p:/@" };
  expect(smtpUrl(server, login)).toContain("a%40b:p%3A%2F%40@mail.gov.cn");
});

it.each([
  [{ code: "EAUTH" }, "login_refused"],
  [{ code: "ECONNECTION", message: "connect ECONNREFUSED" }, "no_answer"],
  [{ code: "ETIMEDOUT" }, "no_answer"],
  [{ code: "EDNS", message: "getaddrinfo ENOTFOUND mail" }, "host_unknown"],
  [{ code: "ESOCKET", message: "self-signed certificate" }, "not_encrypted"],
  [{ code: "EENVELOPE", command: "MAIL FROM" }, "sender_refused"],
  [{ code: "EENVELOPE", command: "RCPT TO" }, "address_refused"],
  [{}, "failed"],
])("%j is told as %s", (error, outcome) => expect(outcomeOf(error)).toBe(outcome));
