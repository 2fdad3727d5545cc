import { expect, test } from "vitest";
import { attachmentHeaders } from "./attachment";

const headersOf = (name: string, mediaType = "application/pdf") =>
  attachmentHeaders({ name, mediaType, size: 3 });

test("a file is saved under its name, and never shown", () => {
  expect(headersOf("关于《方案》的报告(终).pdf")).toEqual({
    "content-type": "application/pdf",
    "content-length": "3",
    "content-disposition": `attachment; filename="file.pdf"; filename*=UTF-8''${[
      "%E5%85%B3%E4%BA%8E%E3%80%8A%E6%96%B9%E6%A1%88%E3%80%8B%E7%9A%84%E6%8A%A5%E5%91%8A",
      "%28%E7%BB%88%29.pdf",
    ].join("")}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });
});

test("no name breaks out of the header", () => {
  for (const name of ['a"; filename=b.html', "a\r\nset-cookie: x=1", "a'b*!.pdf", 'a.h"t']) {
    const disposition = headersOf(name)["content-disposition"];
    expect(disposition).toMatch(
      /^attachment; filename="file[.a-z]*"; filename\*=UTF-8''[\w.%~!-]*$/,
    );
  }
});

test("a type that is not on our list goes out as bytes", () => {
  expect(headersOf("a.html", "text/html")["content-type"]).toBe("application/octet-stream");
});
