import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "./decode";

const text = "各县（市、区）人民政府：\n一、加快推进。2025年12月底前完成。\n二、压实责任。\n";
const utf16 = (endian: "le" | "be") => iconv.encode(text, `utf-16${endian}`, { addBOM: false });

describe("the encodings that Chinese documents come in", () => {
  test.each([
    ["UTF-8", Buffer.from(text), false],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), false],
    ["UTF-16 LE with a mark", Buffer.concat([Buffer.from("fffe", "hex"), utf16("le")]), false],
    ["UTF-16 BE with a mark", Buffer.concat([Buffer.from("feff", "hex"), utf16("be")]), false],
    ["UTF-16 LE", utf16("le"), true],
    ["UTF-16 BE", utf16("be"), true],
    ["GB18030", iconv.encode(text, "gb18030"), true],
  ])("%s", (_, bytes, isGuessed) => {
    expect(decode(bytes)).toEqual({ text, isGuessed });
  });

  test("ASCII in UTF-16 is not read as UTF-8 with zeros", () => {
    expect(decode(Buffer.from("Plan 2025\n", "utf16le"))?.text).toBe("Plan 2025\n");
  });

  test("one sign beyond GBK, which GB18030 writes in four bytes", () => {
    expect(decode(iconv.encode(`${text}㐂`, "gb18030"))?.text).toBe(`${text}㐂`);
  });

  test("what a page declares is not guessed", () => {
    expect(decode(iconv.encode(text, "gbk"), "gb2312")).toEqual({ text, isGuessed: false });
    expect(decode(iconv.encode("臺北市政府", "big5"), "big5")?.text).toBe("臺北市政府");
  });
});

describe("what is damaged", () => {
  test("UTF-8 cut within a sign stays UTF-8", () => {
    const cut = Buffer.from(text.repeat(2)).subarray(0, -5);
    expect(decode(cut)?.text).toMatch(/^各县（市、区）.*压实责\ufffd$/su);
  });

  test("single zeros do not make it UTF-16", () => {
    expect(decode(Buffer.from(`一\0${text}`))?.text).toBe(`一\0${text}`);
    const gb = iconv.encode(text, "gb18030");
    expect(decode(Buffer.concat([gb, Buffer.from("\0")]))?.text).toBe(`${text}\0`);
  });

  test("bytes that are no text", () => {
    const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + (i >> 3) * 17) % 256);
    expect(decode(bytes)).toBeNull();
  });
});
