/** Signs that group the digits of one number. Not a comma: that parts the numbers of a list, or the thousands of one. */
const separator = "[\\p{Zs}\\p{Pd}\\p{Pc}.·•‧∙・()\\[\\]/\\\\*~+'\"−]";
const run = new RegExp(`\\d(?:${separator}{0,3}\\d)*(?:${separator}{0,3}x)?`, "giu");
const group = /\d+x?|x/giu;

type Place = { start: number; end: number };
type Group = Place & { digits: string };

/** Where the first citizen or mobile number stands in a folded text, however its digits are grouped; null if nowhere. */
export function firstPersonalNumber(text: string): Place | null {
  for (const { 0: found, index } of text.matchAll(run)) {
    const groups = Array.from(found.matchAll(group), ({ 0: digits, index: at }) => ({
      digits,
      start: index + at,
      end: index + at + digits.length,
    }));
    const place = personalIn(groups, text);
    if (place) return place;
  }
  return null;
}

/** Looks at every row of whole groups that could be one number: of 2024 138 0013 8000 the last three are. */
function personalIn(groups: Group[], text: string): Place | null {
  for (let first = 0; first < groups.length; first++) {
    let digits = "";
    for (let last = first; last < groups.length && digits.length < 18; last++) {
      digits += groups[last]?.digits ?? "";
      const row = groups.slice(first, last + 1);
      const place = { start: row[0]?.start ?? 0, end: row.at(-1)?.end ?? 0 };
      const isAll = row.length === groups.length;
      if (isIdentityNumber(digits)) return place;
      if (mobile.test(digits) && isGroupedAsMobile(row, isAll, text)) return place;
    }
  }
  return null;
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A real citizen number (GB 11643-1999): a place, a day of birth, and a check as its 18th character (ISO 7064, MOD 11-2),
 * so an order number is let through.
 */
function isIdentityNumber(digits: string): boolean {
  const parts = /^[1-9]\d{5}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dx]$/i.exec(digits);
  if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return false;
  const sum = identityWeights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11] === digits[17]?.toUpperCase();
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** With the country's number before it or without. */
const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/;

/**
 * Whether eleven digits in this grouping are read as one number, and not as a decimal, a sum in thousands, a range or the
 * figures of a table. Digits that stand quite alone may be grouped as they like.
 */
function isGroupedAsMobile(row: Group[], isAll: boolean, text: string): boolean {
  if (row.length === 1) return true;
  const sizes = row.map(({ digits }) => digits.length).filter((_, i) => !isCountry(row, i));
  const between = row.slice(1).map(({ start }, i) => text.slice(row[i]?.end, start));
  const dots = between.filter((each) => each === ".").length;
  if (dots > 0 && (dots < between.length || between.length === 1)) return false;
  if (sizes.length === 1) return true;
  if (sizes.length === 2) return sizes[0] === 3 || sizes[0] === 7;
  const inThousands = sizes.slice(1).every((size) => size === 3);
  if (inThousands) return false;
  return isAll || (sizes.length <= 4 && (sizes[0] ?? 0) >= 3);
}

function isCountry(row: Group[], i: number): boolean {
  return i === 0 && /^(?:00)?86$/.test(row[0]?.digits ?? "");
}
