import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  acceptedExtensions,
  cleanFileName,
  countRefusal,
  evidenceExtension,
  evidenceLimits,
  fileRefusal,
  uploadSchema,
} from "./evidence";

describe("a file's name", () => {
  it.each([
    ["现场照片.JPG", "现场照片.JPG"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\张三\\台账 2024.xlsx", "台账 2024.xlsx"],
    ["合同\u202Exslx.exe", "合同xslx.exe"],
    ["a\u0000b\r\nc\u2028.pdf", "abc.pdf"],
    ["\uFEFF\u200B报告\u2069.docx", "报告.docx"],
    ['报告<1>:"终稿"|?*.pdf', "报告1终稿.pdf"],
    [" . ..附件 .pdf. ", "附件 .pdf"],
    ["e\u200d\u0301.pdf", "é.pdf"],
    ["...", ""],
  ])("%j is kept as %j", (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it("is cut to its length with the extension kept, and never inside a character", () => {
    const long = cleanFileName(`${"𠮷".repeat(300)}.docx`);
    expect([...long]).toHaveLength(evidenceLimits.nameLength);
    expect(long).toMatch(/^𠮷+\.docx$/u);
    expect([...cleanFileName(`a.${"b".repeat(300)}`)].length).toBeLessThan(121);
  });

  it("whatever it is, holds no path, control or invisible character, and cleaning again changes nothing", () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.constantFrom("/", "\\", ".", "\u202E", "\u0000", " ", "中", "\uD800"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
      maxLength: 200,
    });
    fc.assert(
      fc.property(nasty, (given) => {
        const name = cleanFileName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Cs}]/u);
        expect([...name].length).toBeLessThanOrEqual(evidenceLimits.nameLength);
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });

  it("that is nothing but dirt is refused", () => {
    const upload = { key: crypto.randomUUID(), submissionId: crypto.randomUUID() };
    expect(uploadSchema.safeParse({ ...upload, name: "\u202E/.." }).success).toBe(false);
    expect(uploadSchema.parse({ ...upload, name: "x/附件.pdf" }).name).toBe("附件.pdf");
  });
});

test("a name's last extension is its kind, in any case; jpeg is jpg", () => {
  expect(evidenceExtension("表.pdf.XLSX")).toBe("xlsx");
  expect(evidenceExtension("图.JPEG")).toBe("jpg");
  for (const name of ["a.svg", "a.html", "a.docm", "a.xlsm", "a.zip", "pdf", "a.", "a.constructor"])
    expect([name, evidenceExtension(name)]).toEqual([name, null]);
  expect(acceptedExtensions).toContain(".jpeg");
});

test("what a browser can refuse by itself", () => {
  const { fileBytes } = evidenceLimits;
  expect(fileRefusal({ name: "a.pdf", size: fileBytes })).toBeNull();
  expect(fileRefusal({ name: "a.pdf", size: fileBytes + 1 })?.code).toBe("file_too_large");
  expect(fileRefusal({ name: "a.pdf", size: 0 })?.code).toBe("file_damaged");
  expect(fileRefusal({ name: "a.svg", size: 1 })?.code).toBe("file_type_refused");
});

test("a submission carries twenty files", () => {
  expect(countRefusal(evidenceLimits.files - 1)).toBeNull();
  expect(countRefusal(evidenceLimits.files)?.code).toBe("files_too_many");
});
