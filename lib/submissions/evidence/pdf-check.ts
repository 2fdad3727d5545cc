import { constants, createInflate, inflateSync } from "node:zlib";
import type { FileFinding } from "@/lib/domain/submissions/evidence";

// What a PDF may do by itself is looked for in its bytes, in every version it holds (ISO 32000-1 §7.5.6) and in its object
// streams (§7.5.7), not only in what a viewer would reach: another viewer may reach more.

/** White space, NUL too (§7.2.3). What follows a name may be a comment: no program of note writes one there. */
const space = "[\\s\\0]*";
const comment = "%(?:[ -~]{3}|[ -~]{0,2}[\\r\\n])";
const value = `${space}(?:<<|\\[|\\d{1,9}${space}%|\\d{1,9}[\\s\\0]+\\d|${comment})`;
const end = "(?=[\\s\\0()<>[\\]{}/%]|$)";

/** Names of actions (§12.6.4), of what is embedded (§7.11.4, §13) and of locks (§7.6), none of which a page needs. */
const names: readonly [FileFinding, RegExp][] = [
  ["password", new RegExp(`/Encrypt${end}`)],
  ["script", new RegExp(`/(?:JavaScript|Launch|SubmitForm|ImportData|Rendition|XFA)${end}`)],
  ["script", new RegExp(`/AA${value}`)],
  [
    "embedded",
    new RegExp(`/(?:EmbeddedFiles?|RichMedia|RichMediaContent|GoToE|Movie|Sound)${end}`),
  ],
  ["embedded", new RegExp(`/EF${value}`)],
  ["remote", new RegExp(`/GoToR${end}|/FS${space}/URL${end}`)],
];
/** More than a file of 20 MB has that was not made to keep us busy. */
const most = { streams: 20_000, objectStreams: 2_000, openActions: 20 };

/** What is wrong with these bytes, known to be a PDF, or null. */
export async function pdfFinding(bytes: Buffer): Promise<FileFinding | null> {
  const text = withoutEscapes(bytes.toString("latin1"));
  if (hasUnreadableObjects(text)) return "unreadable";
  const packed = await packedObjects(bytes);
  if (packed === null) return "unreadable";
  for (const part of [text, ...packed.map(({ body }) => body)])
    for (const [finding, name] of names) if (name.test(part)) return finding;
  return opensMoreThanAPage(text, packed) ? "script" : null;
}

/** A name may spell any of its signs as #xx (§7.3.5). */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Object streams come deflated and nothing else; one in another packing is made to be overlooked. */
function hasUnreadableObjects(text: string): boolean {
  let count = 0;
  for (const { index } of text.matchAll(/\/ObjStm/g)) {
    if (++count > most.streams) return true;
    const around = text.slice(Math.max(0, index - 1000), index + 1000);
    const [before = "", after = ""] = [around.slice(0, index), around.slice(Math.min(index, 1000))];
    const begins = after.indexOf("stream");
    const own =
      before.slice(before.lastIndexOf("endobj") + 1) +
      after.slice(0, begins < 0 ? undefined : begins);
    if (otherPacking.test(own)) return true;
  }
  return false;
}

const otherPacking = new RegExp(
  [
    "/(?:ASCIIHex|ASCII85|LZW|RunLength|Crypt)",
    `/(?:AHx|A85|LZW|RL)${end}`,
    `/(?:Filter|DecodeParms|F|DP)${space}(?:\\d|%)`,
    `/Predictor${space}(?:[2-9]|1\\d)`,
  ].join("|"),
);

type Packed = { first: number; body: string };
const caps = { unpackedBytes: 64 * 1024 * 1024 };

/** Pairs of numbers, as their reader takes them: with signs, comments and any white space, also more than is looked at. */
const mayBeObjects = /^[\s\0]*(?:$|%|[-+.\d]+[\s\0]*(?:$|%|[\s\0][-+.\d]))/;

/** What the object streams hold. Whatever unpacks to pairs of numbers is taken for one; null when it is too much to look at. */
async function packedObjects(bytes: Buffer): Promise<Packed[] | null> {
  const found: Packed[] = [];
  let left = caps.unpackedBytes;
  let count = 0;
  let at = bytes.indexOf("stream");
  for (; at >= 0; at = bytes.indexOf("stream", at + 6)) {
    const data = dataAfter(bytes, at);
    if (data && ++count > most.streams) return null;
    if (!data || !mayBeObjects.test(await beginningOf(data))) continue;
    if (found.length >= most.objectStreams) return null;
    const whole = await inflated(data, left + 1);
    left -= whole.length;
    if (left < 0) return null;
    const dictionary = bytes.toString("latin1", Math.max(0, at - 1000), at);
    const first = Number(/.*\/First\s+(\d+)/s.exec(withoutEscapes(dictionary))?.[1] ?? 0);
    found.push({ first, body: withoutEscapes(whole.toString("latin1")) });
  }
  return found;
}

/** What a stream begins with, quickly where it is sound. */
async function beginningOf(data: Buffer): Promise<string> {
  const piece = data.subarray(0, 512);
  try {
    return inflateSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1", 0, 64);
  } catch {
    return (await inflated(piece, 64)).toString("latin1");
  }
}

/** The bytes after the word `stream` and its end of line, if they begin as zlib data (RFC 1950). */
function dataAfter(bytes: Buffer, at: number): Buffer | null {
  if (bytes.toString("latin1", at - 3, at) === "end") return null;
  let begins = at + 6;
  while (bytes[begins] === 0x20) begins++;
  if (bytes[begins] === 0x0d) begins++;
  if (bytes[begins] === 0x0a) begins++;
  if (begins + 2 > bytes.length) return null;
  const isDeflated = ((bytes[begins] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(begins) % 31 === 0;
  return isDeflated ? bytes.subarray(begins) : null;
}

/** Unpacks up to so many bytes; of broken data what there is before the break, as a viewer would. */
function inflated(data: Buffer, limit: number): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const inflate = createInflate();
    const finish = () => {
      resolve(Buffer.concat(chunks).subarray(0, limit));
      inflate.destroy();
    };
    inflate.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) finish();
    });
    inflate.once("end", finish).once("error", finish);
    inflate.end(data);
  });
}

/** To open at a place in itself is what LaTeX and LibreOffice write; any other action on opening is one too many (§12.3.2). */
function opensMoreThanAPage(text: string, packed: Packed[]): boolean {
  const opens = new RegExp(
    `/OpenAction${space}(?:(\\d+)[\\s\\0]+\\d+[\\s\\0]+R|(?=(.{0,400})))`,
    "gs",
  );
  let count = 0;
  for (const part of [text, ...packed.map(({ body }) => body)])
    for (const [, number, direct = ""] of part.matchAll(opens)) {
      if (++count > most.openActions) return true;
      const bodies = number ? bodiesOf(Number(number), text, packed) : [direct];
      if (bodies.length === 0 || !bodies.every(isPlace)) return true;
    }
  return false;
}

/** An object as every version of the file has it: by itself, and in object streams. */
function bodiesOf(number: number, text: string, packed: Packed[]): string[] {
  const own = new RegExp(
    `(?<!\\d)0*${number}[\\s\\0]+\\d+[\\s\\0]+obj${space}(?=(.{0,400}))`,
    "gs",
  );
  const alone = Array.from(text.matchAll(own), ([, body = ""]) => body);
  const within = packed.flatMap(({ first, body }) => {
    const pairs = body.slice(0, first).matchAll(/(\d+)\s+(\d+)/g);
    return Array.from(pairs)
      .filter(([, each]) => Number(each) === number)
      .map(([, , offset]) => body.slice(first + Number(offset), first + Number(offset) + 400));
  });
  return [...alone, ...within];
}

function isPlace(body: string): boolean {
  if (/^[[(]|^\/(?!\/)/.test(body)) return true;
  const dictionary = /^<<(.*?)(?:>>|endobj|$)/s.exec(body)?.[1] ?? "";
  return new RegExp(`/S${space}/GoTo${end}`).test(dictionary) && !/\/(?:URI|Next)/.test(dictionary);
}
