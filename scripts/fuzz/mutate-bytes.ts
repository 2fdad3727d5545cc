import type { Random } from "./random";

/** Bytes as accidents and attackers change them: flipped, cut, taken out, put in, said twice, exchanged. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  let mutated = bytes;
  const times = 1 + random.below(random.chance(80) ? 3 : 30);
  for (let i = 0; i < times; i++) mutated = random.pick(changes)(mutated, random);
  return mutated;
}

/** Texts, also of formats that are text: besides the bytes, their numbers, names, lines and brackets. */
export function mutateText(bytes: Buffer, random: Random): Buffer {
  if (random.chance(30)) return mutateBytes(bytes, random);
  let text = bytes.toString("latin1");
  const times = 1 + random.below(4);
  for (let i = 0; i < times; i++) text = random.pick(rewritings)(text, random);
  return Buffer.from(text, "latin1");
}

const range = (length: number, random: Random) => {
  const from = random.below(length + 1);
  const span = random.below(random.chance(70) ? 64 : 4096);
  return { from, to: Math.min(length, from + span) };
};

const odd = [0x00, 0xff, 0x80, 0x0a, 0x20, 0x3c, 0x3e, 0x22, 0x5b, 0x28, 0x2f];
const changes: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) {
      const at = random.below(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    }
    return changed;
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    const { from, to } = range(changed.length, random);
    for (let at = from; at < to; at++)
      changed[at] = random.chance(50) ? random.pick(odd) : random.below(256);
    return changed;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => {
    const { from, to } = range(bytes.length, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const { from } = range(bytes.length, random);
    const more = Buffer.from(Array.from({ length: random.below(200) }, () => random.below(256)));
    return Buffer.concat([bytes.subarray(0, from), more, bytes.subarray(from)]);
  },
  (bytes, random) => {
    const { from, to } = range(bytes.length, random);
    const again = bytes.subarray(from, to);
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), again, again, bytes.subarray(at)]);
  },
  (bytes, random) => {
    const [a, b, c] = Array.from({ length: 3 }, () => random.below(bytes.length + 1)).sort(
      (x, y) => x - y,
    );
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(c),
    ]);
  },
];

export const oddNumbers = [
  ...["0", "-1", "1", "2147483648", "4294967295", "99999999999999999999", "1e308", "-0.0001"],
  ...["NaN", "65535", "16777216", "0x10", ""],
];
const brackets = [
  "(",
  "[",
  "<<",
  "<",
  "{",
  '"',
  "<a>",
  "<div>",
  "<table><tr><td>",
  "q ",
  "((",
  "%",
];

/** One match of a pattern, or null; from a random place on, so that a long text is not searched through. */
function find(text: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  const search = new RegExp(pattern.source, "g");
  search.lastIndex = random.below(text.length + 1);
  return search.exec(text);
}

const rewritings: ((text: string, random: Random) => string)[] = [
  (text, random) => replaced(text, find(text, /-?\d+(?:\.\d+)?/, random), random.pick(oddNumbers)),
  (text, random) => {
    const [a, b] = [find(text, /\/?\b\w{2,20}\b/, random), find(text, /\/?\b\w{2,20}\b/, random)];
    return b ? replaced(text, a, b[0]) : text;
  },
  (text, random) => replaced(text, find(text, /[^\n]*\n/, random), ""),
  (text, random) => {
    const line = find(text, /[^\n]*\n/, random);
    return replaced(text, line, line?.[0].repeat(2 + random.below(50)) ?? "");
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    const many = random.chance(80) ? 1 + random.below(50) : 10_000;
    return text.slice(0, at) + random.pick(brackets).repeat(many) + text.slice(at);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return `${text.slice(0, at)}${"\u00e6\u0094\u00bf".repeat(1 + random.below(5000))}${text.slice(at)}`;
  },
];

function replaced(text: string, match: RegExpExecArray | null, by: string): string {
  if (!match) return text;
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
}
