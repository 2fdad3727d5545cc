import type { Day } from "@/lib/domain/calendar/days";

/** Crockford's alphabet: no letter that is taken for a digit. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const signs = 12;
const looksLike: Record<string, string> = { O: "0", I: "1", L: "1" };

/** The receipt number (回执号) of a letter: its day, and 60 bits of the eight random bytes, which nobody guesses. */
export function receiptNumber(day: Day, random: Uint8Array): string {
  const bits = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const drawn = Array.from(
    { length: signs },
    (_, i) => alphabet[Number((bits >> BigInt(5 * i)) & 31n)],
  );
  return grouped(day.replaceAll("-", "") + drawn.join(""));
}

/** A receipt number however it was typed, with or without dashes, in small letters, with O for 0; null when it is none. */
export function readReceiptNumber(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—]/g, "")
    .replace(/[OIL]/g, (sign) => looksLike[sign] ?? sign);
  return /^\d{8}[0-9A-HJKMNP-TV-Z]{12}$/.test(plain) ? grouped(plain) : null;
}

/** 20261124-7K2M-9QXA-0B3F */
function grouped(plain: string): string {
  return plain.replace(/^(.{8})(.{4})(.{4})(.{4})$/, "$1-$2-$3-$4");
}
