import { deflateSync } from "node:zlib";

/** A4, in points. */
export const [width, height] = [595, 842];

/** The stream of a page, and what it uses besides the font F. */
export type PdfPage = { contents: string; resources?: string };

const font = [
  "<< /Type /Font /Subtype /Type0 /BaseFont /Drawn /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
  "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Drawn /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor << /Type /FontDescriptor /FontName /Drawn /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
  streamOf(
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Drawn def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end",
  ),
];
/** The number of the first object of one's own, behind the catalogue, the list of pages and the font. */
export const firstOwn = 3 + font.length;

/** A PDF of these pages; its font gives each sign its own width. */
export function pdfOf(
  pages: readonly PdfPage[],
  { own = [], more = "" }: { own?: readonly string[]; more?: string } = {},
): Buffer {
  const first = firstOwn + own.length;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(" ")}] >>`,
    ...font,
    ...own,
    ...pages.flatMap(({ contents, resources = "" }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${first + 1 + i * 2} 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> >>`,
      contents,
    ]),
  ];
  const bodies = objects.map((body, i) => `${i + 1} 0 obj\n${body}\nendobj\n`);
  const head = "%PDF-1.7\n";
  let at = head.length;
  const places = bodies.map((body) => {
    const place = at;
    at += body.length;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const count = objects.length + 1;
  return Buffer.from(
    `${head}${bodies.join("")}xref\n0 ${count}\n0000000000 65535 f \n${places.join("")}` +
      `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    "latin1",
  );
}

/** A stream of these bytes, each of which is a letter of Latin-1. */
export function streamOf(data: string, entries = ""): string {
  return `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`;
}

/** The same, packed. */
export function packed(data: string, entries = ""): string {
  const bytes = deflateSync(Buffer.from(data, "latin1"));
  return streamOf(bytes.toString("latin1"), `/Filter /FlateDecode ${entries}`);
}
