import { createInflate } from "node:zlib";

// pdf.js unpacks with the DecompressionStream of the web; this one takes its place in the thread that reads. Small files
// unpack to more than a machine holds, and some bring whole fonts of ten megabytes, of which a text needs nothing: its signs are named
// beside them.

const most = { stream: 64 * 1024 ** 2, font: 1024 ** 2 };
/** TrueType, OpenType and collections of them by their first four bytes. */
const fonts = new Set(["00010000", "74727565", "4f54544f", "74746366"]);
const isFont = (chunk) => fonts.has(chunk.toString("hex", 0, 4));

/** How many streams were longer than is unpacked. */
export const cutOff = { streams: 0 };

export class Unpacking {
  constructor(format) {
    if (format !== "deflate") throw new TypeError(format);
    const { promise, resolve } = handedOver();
    const writer = { ready: Promise.resolve(), write: async (packed) => resolve(packed) };
    this.writable = { getWriter: () => ({ ...writer, close: async () => {} }) };
    this.readable = unpacked(promise);
  }
}

function handedOver() {
  let resolve;
  const promise = new Promise((hand) => {
    resolve = hand;
  });
  return { promise, resolve };
}

/** What the bytes unpack to; nothing for a whole font, or for what is longer than any page. */
async function* unpacked(packed) {
  const inflate = createInflate();
  inflate.end(await packed);
  const chunks = [];
  let length = 0;
  for await (const chunk of inflate) {
    chunks.push(chunk);
    length += chunk.length;
    const isWholeFont = isFont(chunks[0]) && length > most.font;
    if (!isWholeFont && length <= most.stream) continue;
    if (!isWholeFont) cutOff.streams += 1;
    return;
  }
  yield* chunks;
}
