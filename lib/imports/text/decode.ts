import iconv from "iconv-lite";

/** A text of bytes; `isGuessed` where neither the bytes nor a declaration say in which encoding they are. */
export type Decoded = { text: string; isGuessed: boolean };

/**
 * The text of these bytes in UTF-8, UTF-16 (with or without a mark at its beginning) or GB18030, or in an encoding that a
 * page declares of itself; null for what is no text. UTF-8 comes first: hardly anything else passes for it.
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded | null {
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (marked) return certain(lossy(marked.encoding, bytes));
  const utf8 = strict("utf-8", bytes);
  const isMostlyZeros = share(bytes) > 0.2;
  if (utf8 !== null && !isMostlyZeros) return certain(utf8);
  const utf16 = (["utf-16le", "utf-16be"] as const)
    .map((encoding) => strict(encoding, bytes.subarray(0, bytes.length & ~1)))
    .find((text) => text !== null && isPlausible(text));
  if (utf16) return { text: utf16, isGuessed: true };
  if (utf8 !== null) return certain(utf8);
  if (declared && /^(?:gb|big5)/i.test(declared) && iconv.encodingExists(declared))
    return isReadable(iconv.decode(Buffer.from(bytes), declared), certain);
  const cut = lossy("utf-8", bytes);
  if (isNearlyWhole(cut)) return certain(cut);
  const text = iconv.decode(Buffer.from(bytes), "gb18030");
  return isReadable(text, (each) => ({ text: each, isGuessed: true }));
}

type Unicode = "utf-8" | "utf-16le" | "utf-16be";
const marks: { mark: number[]; encoding: Unicode }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];

const certain = (text: string): Decoded => ({ text, isGuessed: false });
const lossy = (encoding: Unicode, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

function strict(encoding: Unicode, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many of the bytes are zeros: in UTF-16 each sign of ASCII has one. */
function share(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return bytes.length === 0 ? 0 : zeros / bytes.length;
}

const usual =
  /[\t\n\r\x20-\x7e\u00b7\u2000-\u206f\u2460-\u24ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/gu;
const broken = /[\ufffd\p{Cc}]/gu;
/** How much of a text such signs are; a list of them all would take more memory than the text. */
const count = (text: string, pattern: RegExp) => text.length - text.replace(pattern, "").length;
const spaces = /[\t\n\r\f]/gu;

/** Whether nearly all signs are those of Chinese texts: the bytes of another encoding make Hangul and private signs. */
function isPlausible(text: string): boolean {
  const beginning = text.slice(0, 100_000);
  return text !== "" && count(beginning, usual) >= 0.95 * beginning.length;
}

/** A text of which a sign at the end, or a few elsewhere, are damaged. */
function isNearlyWhole(text: string): boolean {
  let [damaged, beyondAscii] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) beyondAscii++;
  }
  return beyondAscii >= 20 * damaged;
}

function isReadable(text: string, found: (text: string) => Decoded): Decoded | null {
  const bad = count(text, broken) - count(text, spaces);
  return bad <= 1 + text.length / 50 ? found(text) : null;
}
