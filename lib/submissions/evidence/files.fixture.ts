import { crc32, deflateRawSync } from "node:zlib";
import type { FileFinding } from "@/lib/domain/submissions/evidence";

// The smallest files of each kind, made by hand, and zips that lie.

/** A file, and what is to be found in it. */
export type Labelled = [what: string, name: string, bytes: Buffer, finding: FileFinding | "taken"];

export const latin = (text: string) => Buffer.from(text, "latin1");

type Part = { name: string; data: string | Buffer; flags?: number; crc?: number; claims?: number };

/** A zip of deflated parts. `flags` 1 says encrypted; `claims` is an unpacked size that is not the true one. */
export function zip(parts: Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, flags = 0, crc, claims } of parts) {
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc ?? crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? Buffer.byteLength(data), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, index, end]);
}

const office = "application/vnd.openxmlformats-officedocument";
export const declares = (main: string) => ({
  name: "[Content_Types].xml",
  data: `<Types><Override PartName="/main.xml" ContentType="${main}"/></Types>`,
});
const docxType = declares(`${office}.wordprocessingml.document.main+xml`);
const xlsxType = declares(`${office}.spreadsheetml.sheet.main+xml`);
export const docmType = declares("application/vnd.ms-word.document.macroEnabled.main+xml");

export const docx = (more: Part[] = []) =>
  zip([docxType, { name: "word/document.xml", data: "<w:document/>" }, ...more]);
export const xlsx = (more: Part[] = []) =>
  zip([xlsxType, { name: "xl/workbook.xml", data: "<workbook/>" }, ...more]);

/** A PDF that says something, so that two can differ. */
export const pdf = (text = "佐证材料") =>
  Buffer.from(`%PDF-1.4\n% ${text}\ntrailer <</Size 1>>\nstartxref\n0\n%%EOF\n`);

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])));
  return Buffer.concat([length, Buffer.from(type), data, sum]);
};
export const png = Buffer.concat([
  Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  chunk("IHDR", Buffer.from("00000001000000010802000000", "hex")),
  chunk("IDAT", Buffer.from("789c6360000000020001", "hex")),
  chunk("IEND", Buffer.alloc(0)),
]);
export const jpg = Buffer.from("ffd8ffe000104a46494600010100000100010000ffda0002abcdffd9", "hex");
export const webp = Buffer.concat([
  Buffer.from("RIFF\x0e\x00\x00\x00WEBPVP8 \x02\x00\x00\x00", "latin1"),
  Buffer.from([1, 2]),
]);

type Stream = { name: string; data: Buffer };

/** A compound file ([MS-CFB]) with these streams; one that is only named holds what its program looks for first. */
export function ole(...streams: (string | Stream)[]): Buffer {
  const all = streams
    .map((each) => (typeof each === "string" ? { name: each, data: beginningOf(each) } : each))
    .filter(({ name }) => name !== "Root Entry");
  const sector = 512;
  const directorySectors = Math.ceil((all.length + 1) / 4);
  const fat = Buffer.alloc(sector, 0xff);
  const chain = (first: number, count: number) => {
    for (let i = 0; i < count; i++)
      fat.writeUInt32LE(i + 1 < count ? first + i + 1 : 0xfffffffe, (first + i) * 4);
    return first;
  };
  fat.writeUInt32LE(0xfffffffd, 0);
  const header = Buffer.alloc(sector);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(chain(1, directorySectors), 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(0xfffffffe, 60);
  header.writeUInt32LE(0xfffffffe, 68);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);

  const directory = Buffer.alloc(directorySectors * sector);
  const contents: Buffer[] = [];
  let next = 1 + directorySectors;
  [{ name: "Root Entry", data: null }, ...all].forEach(({ name, data }, i) => {
    const entry = directory.subarray(i * 128, (i + 1) * 128);
    entry.write(name, "utf16le");
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = data ? 2 : 5;
    entry.fill(0xff, 68, 80);
    entry.writeUInt32LE(0xfffffffe, 116);
    if (!data) return;
    // Under 4096 bytes a stream would lie in the mini stream.
    const padded = Buffer.alloc(Math.ceil(Math.max(4096, data.length) / sector) * sector);
    data.copy(padded);
    entry.writeUInt32LE(chain(next, padded.length / sector), 116);
    entry.writeUInt32LE(padded.length, 120);
    next += padded.length / sector;
    contents.push(padded);
  });
  return Buffer.concat([header, fat, directory, ...contents]);
}

/** A FIB ([MS-DOC] 2.5.1), a BOF ([MS-XLS] 2.4.21), or nothing much. */
function beginningOf(name: string): Buffer {
  if (name === "WordDocument") return wordStream();
  return name === "Workbook" || name === "Book" ? excelStream() : Buffer.from([0]);
}

/** A stream of Word's: `flags` are those of its FIB, `text` what stands in it. */
export function wordStream({ flags = 0, text = "" } = {}): Buffer {
  const fib = Buffer.alloc(64);
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(flags, 10);
  return Buffer.concat([fib, Buffer.from(text, "utf16le")]);
}

/** A stream of Excel's with these records behind its first. */
export function excelStream(...records: [type: number, body: string][]): Buffer {
  const all: [number, string][] = [[0x809, "0006050000000000"], ...records];
  return Buffer.concat(
    all.map(([type, hex]) => {
      const body = Buffer.from(hex, "hex");
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(body.length, 2);
      return Buffer.concat([head, body]);
    }),
  );
}
