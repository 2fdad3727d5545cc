/** The formats of Chinese Excel that a file names by number only ([ECMA-376] 18.8.30). */
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: "yyyy年m月",
  28: "m月d日",
  29: "m月d日",
  30: "m-d-yy",
  31: "yyyy年m月d日",
  32: "h:mm",
  33: "h:mm:ss",
  34: "h:mm",
  35: "h:mm:ss",
  36: "yyyy年m月",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  50: "yyyy年m月",
  51: "m月d日",
  52: "yyyy年m月",
  53: "m月d日",
  54: "m月d日",
  55: "h:mm",
  56: "h:mm:ss",
  57: "yyyy年m月",
  58: "m月d日",
};
export const builtInFormat = (id: number): string => builtIn[id] ?? "General";

/** A number as its cell shows it: days as 2025年11月30日 whatever their order, percentages, decimals, words around. */
export function shownNumber(value: number, format: string, is1904: boolean): string {
  const sections = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g) ?? [format];
  // A format for numbers below zero says by itself that they are.
  const [positive = format, negative, zero] = sections;
  const section = (value < 0 ? negative : value === 0 ? zero : undefined) ?? positive;
  const bare = section.replace(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|[_*]./gi, " ");
  if (/[ymdhs]/i.test(bare.replace(/general/gi, ""))) return shownTime(value, section, is1904);
  return shownDecimal(value < 0 && negative !== undefined ? -value : value, section);
}

const msPerDay = 86_400_000;
/** 1 January 10000. */
const lastSerial = 2_958_466;

function shownTime(value: number, format: string, is1904: boolean): string {
  const serial = is1904 ? value + 1462 : value;
  if (serial < 0 || serial >= lastSerial) return general(value);
  // Lotus took 1900 for a leap year, and Excel after it.
  const days = serial < 60 ? serial + 1 : serial;
  const time = new Date(Date.UTC(1899, 11, 30) + Math.round(days * msPerDay));
  const plain = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|am\/pm|a\/p/gi, " ");
  // A minute stands behind an hour or before a second; any other m is a month.
  const dayPart = plain.replace(/\[?h+\]?[^ymdhs]*m+/gi, "").replace(/m+[^ymdhs]*s+/gi, "");
  const year = /y|e/i.test(dayPart) ? `${time.getUTCFullYear()}年` : "";
  const month = /m/i.test(dayPart) ? `${time.getUTCMonth() + 1}月` : "";
  const day = /d/i.test(dayPart.replace(/d{3,}/gi, "")) ? `${time.getUTCDate()}日` : "";
  const two = (number: number) => String(number).padStart(2, "0");
  const isElapsed = /\[h+\]/i.test(plain);
  const hours = isElapsed ? Math.floor(value * 24 + 1e-9) : time.getUTCHours();
  const seconds = /s/i.test(plain) ? `:${two(time.getUTCSeconds())}` : "";
  const clock = /[hs]/i.test(plain) ? `${two(hours)}:${two(time.getUTCMinutes())}${seconds}` : "";
  return [year + month + day, clock].filter((each) => each !== "").join(" ");
}

/** At most fifteen digits, as Excel shows: 0.1+0.2 is 0.3. */
function general(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function shownDecimal(value: number, section: string): string {
  const bare = section.replace(/\[[^\]]*\]|[_*]./g, "");
  const digits = /^((?:"[^"]*"|\\.|[^#0?"\\])*)([#,0?]*[#0?](?:\.([0#?]*))?)(%?)(.*)$/s.exec(bare);
  if (!digits || /e[+-]/i.test(bare) || bare.includes("/")) return general(value);
  const [, before = "", core = "", decimals, percent = "", after = ""] = digits;
  if (/[#0?]/.test(words(after))) return general(value);
  const amount = Number((Math.abs(value) * (percent ? 100 : 1)).toPrecision(15));
  const most = Math.min(decimals?.length ?? 0, 20);
  const [whole = "0", fraction = ""] = amount.toFixed(most).split(".");
  const least = (core.split(".")[0]?.match(/0/g) ?? []).length;
  const padded = whole.padStart(Math.min(least, 30), "0");
  const grouped = core.includes(",") ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded;
  const needed = (decimals?.match(/0/g) ?? []).length;
  const kept = fraction.slice(needed).replace(/0+$/, "");
  const rest = fraction.slice(0, needed) + kept;
  const sign = value < 0 ? "-" : "";
  return `${sign}${words(before)}${grouped}${rest && `.${rest}`}${percent}${words(after)}`.trim();
}

/** What a format says beside the digits: quoted words and signs of themselves. */
const words = (part: string) => part.replace(/"([^"]*)"|\\(.)/g, "$1$2").replace(/general|@/gi, "");
