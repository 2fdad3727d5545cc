import { expect, test } from "vitest";
import { deviceOf } from "./devices";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0.0.0 Safari/537.36`,
    "Chrome · Windows",
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/131.0 Safari/537.36 Edg/131.0`,
    "Edge · Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox · Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
    "Safari · iOS",
  ],
  [
    `Mozilla/5.0 (Linux; Android 14; Pixel) ${webkit} Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0`,
    "WeChat · Android",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari · macOS",
  ],
  ["curl/8.5.0", null],
  ["Something (Windows NT 10.0)", "Windows"],
  ["", null],
  [null, null],
])("%j is %j", (said, expected) => {
  expect(deviceOf(said)).toBe(expected);
});

test("what is long takes no time, and is not looked at to its end", () => {
  expect(deviceOf(`Version/${"1 ".repeat(200_000)}Safari/ Windows`)).toBeNull();
});
