import { crc32, deflateRawSync } from "node:zlib";

// The smallest files of each kind, made by hand, and zips that lie.

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
const declares = (main: string) => ({
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

/** A compound file ([MS-CFB]) with these stream names. */
export const ole = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, "utf16le")),
  ]);
