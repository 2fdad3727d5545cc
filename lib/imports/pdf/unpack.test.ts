import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { cutOff, Unpacking } from "./unpack.mjs";

const megabyte = 1024 ** 2;
const fontOf = (length: number) => Buffer.concat([Buffer.from([0, 1, 0, 0]), randomBytes(length)]);

/** As pdf.js does it. */
async function unpacked(bytes: Buffer): Promise<Buffer> {
  const { readable, writable } = new Unpacking("deflate");
  const writer = writable.getWriter();
  await writer.ready;
  void writer.write(bytes).then(() => writer.close());
  const chunks: Buffer[] = [];
  for await (const chunk of readable) chunks.push(chunk);
  return Buffer.concat(chunks);
}

afterEach(() => {
  cutOff.streams = 0;
});

test.each([
  ["what a page draws", randomBytes(2 * megabyte)],
  ["a font of the signs that are used", fontOf(megabyte / 2)],
])("%s is unpacked", async (_, bytes) => {
  expect((await unpacked(deflateSync(bytes))).equals(bytes)).toBe(true);
});

test("a whole font is not", async () => {
  expect(await unpacked(deflateSync(fontOf(2 * megabyte)))).toHaveLength(0);
  expect(cutOff.streams).toBe(0);
});

test("nor what is longer than any page, and it is told", async () => {
  expect(await unpacked(deflateSync(Buffer.alloc(65 * megabyte)))).toHaveLength(0);
  expect(cutOff.streams).toBe(1);
});

test("what is broken is left to pdf.js, which reads what stands before the break", async () => {
  await expect(unpacked(Buffer.from("no zlib"))).rejects.toThrow();
  expect(() => new Unpacking("brotli")).toThrow(TypeError);
});
