// How Word ([ECMA-376] 17.18.59) and web pages write the number of a paragraph.

const digits = "〇一二三四五六七八九";
/** Beyond these a number is written with digits, as Word does; signs repeated a million times are nobody's list. */
const most = { letters: 780, roman: 3999, circled: 50, spoken: 99_999 };

const spoken = (ones: string, units: readonly string[], zero: string) => (n: number) => {
  if (n > most.spoken || n < 0) return String(n);
  if (n === 0) return zero;
  let words = "";
  let isGap = false;
  for (let place = units.length - 1; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10;
    if (digit === 0) isGap = words !== "";
    else {
      words += (isGap ? zero : "") + ones[digit] + units[place];
      isGap = false;
    }
  }
  return words;
};
const counted = spoken("零一二三四五六七八九", ["", "十", "百", "千", "万"], "零");
/** Eleven is 十一; 一十 stands only behind a hundred. */
const chinese = (n: number) => counted(n).replace(/^一十/, "十");
/** Japanese leaves out zeros, and the one before hundreds and thousands. */
const japanese = (n: number) =>
  counted(n)
    .replaceAll("零", "")
    .replace(/一(?=[十百千])/g, "");
const legal = spoken("零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟", "万"], "零");

const shifted = (text: string, by: number) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(Number(digit) + by));
const cyclic = (signs: string) => (n: number) => signs[(n - 1) % signs.length] ?? String(n);

function circled(n: number): string {
  if (n === 0) return "⓪";
  if (n < 0 || n > most.circled) return String(n);
  const before = n <= 20 ? 0x245f : n <= 35 ? 0x3250 - 20 : 0x32b0 - 35;
  return String.fromCodePoint(before + n);
}

function roman(n: number): string {
  if (n < 1 || n > most.roman) return String(n);
  const steps: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let left = n;
  let written = "";
  for (const [value, signs] of steps) for (; left >= value; left -= value) written += signs;
  return written;
}

/** a … z, aa, bb: Word repeats the letter. */
function repeated(n: number): string {
  if (n < 1 || n > most.letters) return String(n);
  return String.fromCodePoint(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));
}

const within = (from: number, to: number, first: number) => (n: number) =>
  n >= from && n <= to ? String.fromCodePoint(first + n - from) : String(n);

const formats: Record<string, (n: number) => string> = {
  decimalZero: (n) => String(n).padStart(2, "0"),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanDigital2: chinese,
  japaneseCounting: japanese,
  japaneseDigitalTenThousand: (n) => shiftedDigits(n),
  ideographDigital: (n) => shiftedDigits(n),
  taiwaneseDigital: (n) => shiftedDigits(n),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: cyclic("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: cyclic("子丑寅卯辰巳午未申酉戌亥"),
  decimalFullWidth: (n) => shifted(String(n), 0xff10),
  decimalFullWidth2: (n) => shifted(String(n), 0xff10),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: within(1, 10, 0x3280),
  decimalEnclosedParen: within(1, 20, 0x2474),
  decimalEnclosedFullstop: within(1, 20, 0x2488),
  numberInDash: (n) => `- ${n} -`,
  lowerLetter: repeated,
  upperLetter: (n) => repeated(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
  none: () => "",
  bullet: () => "",
};

const shiftedDigits = (n: number) =>
  String(n).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);

/** A number in one of Word's formats (ST_NumberFormat); in digits where the format is none we know. */
export function numeral(format: string, n: number): string {
  return Object.hasOwn(formats, format) ? (formats[format]?.(n) ?? "") : String(n);
}

/** A label with what parts it from the text: nothing behind a full-width sign, which has its own space. */
export function labelled(label: string, text: string): string {
  if (label === "" || text === "") return label + text;
  return /[\u3000-\u303f\uff00-\uffef]$/u.test(label) ? label + text : `${label} ${text}`;
}
