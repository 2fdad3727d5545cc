import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { clientAddress, readAddress, readNetworks } from "./client-address";

describe("one address has one spelling", () => {
  test.each([
    ["10.0.0.9", "10.0.0.9"],
    [" 10.0.0.9 ", "10.0.0.9"],
    ["10.0.0.9:51234", "10.0.0.9"],
    ["::ffff:10.0.0.9", "10.0.0.9"],
    ["::FFFF:0a00:0009", "10.0.0.9"],
    ["[::ffff:10.0.0.9]:443", "10.0.0.9"],
    ["2001:DB8:0:0:0:0:0:1", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ["fe80::1%eth0", "fe80::1"],
  ])("%s", (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  test.each([
    "",
    "unknown",
    "_hidden",
    "10.0.0",
    "10.0.0.9:port",
    "1.2.3.4.5",
    "[10.0.0.9",
    "2001:db8::1::2",
  ])("%j is none", (text) => {
    expect(readAddress(text)).toBeNull();
  });
});

test("a list that names no address or network is refused whole", () => {
  for (const list of ["1", "nginx", "10.0.0.0/33", "10.0.0.1,", "10.0.0.0/8/8", "::/129"])
    expect([list, readNetworks(list) === null]).toEqual([list, list !== "10.0.0.1,"]);
});

const from = (peer: string, forwarded?: string) =>
  clientAddress(
    {
      socket: { remoteAddress: peer },
      headers: { "x-forwarded-for": forwarded },
    } as unknown as IncomingMessage,
    readNetworks("127.0.0.1, 10.1.0.0/16, 2001:db8::/32") ?? expect.fail(),
  );

describe("who sent a request", () => {
  test("the peer, whatever it claims, unless it is a proxy of ours", () => {
    expect(from("203.0.113.7")).toBe("203.0.113.7");
    expect(from("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
    expect(from("::ffff:203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
  });
  test("the rightmost that is no proxy: what a client wrote before it counts for nothing", () => {
    expect(from("127.0.0.1", "198.51.100.1")).toBe("198.51.100.1");
    expect(from("::ffff:127.0.0.1", "6.6.6.6, 198.51.100.1:4711, 10.1.2.3")).toBe("198.51.100.1");
    expect(from("2001:db8::9", "6.6.6.6,[2001:4860::8]:443")).toBe("2001:4860::8");
  });
  test("a proxy that names nobody, or nonsense, is the sender itself", () => {
    expect(from("127.0.0.1")).toBe("127.0.0.1");
    expect(from("127.0.0.1", "198.51.100.1, unknown")).toBe("127.0.0.1");
    expect(from("127.0.0.1", "10.1.0.1")).toBe("10.1.0.1");
  });
});
