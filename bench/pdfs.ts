import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { importLimits } from "@/lib/domain/imports/imports";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import { type Drawn, linesAt, operatorsOf, ruled } from "@/lib/imports/pdf/drawn-pdf.fixture";
import { pdfLimits } from "@/lib/imports/pdf/limits";
import {
  firstOwn,
  type PdfPage,
  packed,
  pdfOf,
  streamOf,
} from "@/lib/imports/pdf/pdf-objects.fixture";

// PDFs of nearly 20 MB, of each kind that there is.

const size = importLimits.bytes * 0.98;
/** Latin-1, one letter for each byte. */
const noise = (count: number) => randomBytes(Math.floor(count)).toString("latin1");
const signs = (count: number) =>
  Array.from({ length: count }, () =>
    String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000)),
  );
/** As many lines of this many signs as a page holds. */
const textOf = (lines: number, inLine: number): Drawn[] =>
  linesAt(
    60,
    60,
    Array.from({ length: lines }, () => signs(inLine).join("")),
    Math.min(14, 460 / inLine),
  );
const pages = (count: number, page: (i: number) => PdfPage) =>
  Array.from({ length: count }, (_, i) => page(i));
const drawnOn = (drawn: readonly Drawn[]) => drawn.map(operatorsOf).join("\n");

/** More text than becomes a draft. */
export function denseText(): Buffer {
  const inPage = size / pdfLimits.pages;
  return pdfOf(
    pages(pdfLimits.pages, () => {
      const lines = Math.floor(inPage / 460);
      return { contents: streamOf(drawnOn(textOf(lines, 100))) };
    }),
  );
}

/** As much text as becomes a draft, each sign put in its place for itself. */
export function placedSigns(): Buffer {
  const [inPage, inLine] = [draftLimits.text / pdfLimits.pages - 2, 20];
  const room = " ".repeat(size / draftLimits.text - 52);
  return pdfOf(
    pages(pdfLimits.pages, () => {
      const drawn = signs(inPage).map(
        (text, i): Drawn => ({
          text,
          x: 60 + (i % inLine) * 20,
          y: 60 + Math.floor(i / inLine) * 30,
        }),
      );
      return { contents: streamOf(drawn.map((each) => operatorsOf(each) + room).join("\n")) };
    }),
  );
}

/** A picture on each page, with its text behind it as programs that read pictures leave it. */
export function scans(kind: "jpeg" | "flate"): Buffer {
  const count = 40;
  const [across, down] = [2480, 3508];
  const entries = `/Type /XObject /Subtype /Image /Width ${across} /Height ${down} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
  const each = size / count - 6000;
  const own = Array.from({ length: count }, () =>
    kind === "jpeg"
      ? streamOf(`\xff\xd8\xff\xe0${noise(each)}`, `${entries} /Filter /DCTDecode`)
      : packed(noise(each) + " ".repeat(across * down - each), entries),
  );
  return pdfOf(
    pages(count, (i) => ({
      contents: streamOf(`q 595 0 0 842 0 0 cm /P Do Q 3 Tr ${drawnOn(textOf(25, 28))}`),
      resources: `/XObject << /P ${firstOwn + i} 0 R >>`,
    })),
    { own },
  );
}

/** Whole fonts, as some programs put them in. */
export function wholeFonts(): Buffer {
  const names = ["300Light", "400Regular", "700Bold"].map((name) => `${name}/NotoSansSC_${name}`);
  const own = names.flatMap((name, i) => {
    const at = firstOwn + i * 4;
    const file = readFileSync(`node_modules/@expo-google-fonts/noto-sans-sc/${name}.ttf`, "latin1");
    return [
      `<< /Type /Font /Subtype /Type0 /BaseFont /Own${i} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode 5 0 R >>`,
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own${i} /CIDToGIDMap /Identity /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor ${at + 2} 0 R >>`,
      `<< /Type /FontDescriptor /FontName /Own${i} /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${at + 3} 0 R >>`,
      packed(file, `/Length1 ${file.length}`),
    ];
  });
  return pdfOf(
    pages(100, (i) => ({
      contents: streamOf(drawnOn(textOf(25, 28)).replaceAll("/F ", `/O${i % names.length} `)),
      resources: `/Font << ${names.map((_, n) => `/O${n} ${firstOwn + n * 4} 0 R`).join(" ")} >>`,
    })),
    { own },
  );
}

/** A table of very many rules on each of very many pages. */
export function tables(): Buffer {
  const xs = [60, 120, 240, 360, 480, 540];
  const ys = Array.from({ length: 15 }, (_, i) => 60 + i * 50);
  const cells = () =>
    ys
      .slice(1)
      .flatMap((y) =>
        xs
          .slice(1)
          .map(
            (_, i): Drawn => ({ text: signs(5).join(""), x: (xs[i] ?? 0) + 5, y: y - 10, size: 9 }),
          ),
      );
  return pdfOf(
    pages(pdfLimits.pages, () => {
      const drawn = drawnOn([...ruled(xs, ys), ...cells()]);
      const pattern = Array.from(
        { length: (size / pdfLimits.pages - drawn.length - 600) / 44 },
        (_, i) => `${(i % 500) + 0.123} 10.123 m ${(i % 500) + 1.987} 20.456 l S`,
      ).join("\n");
      return { contents: streamOf(`${drawn}\n${pattern}`) };
    }),
  );
}

/** More pages than are read. */
export const manyPages = (): Buffer =>
  pdfOf(
    pages(Math.floor(size / 1000), () => ({
      contents: streamOf(drawnOn(textOf(4, 28)).padEnd(700)),
    })),
  );
