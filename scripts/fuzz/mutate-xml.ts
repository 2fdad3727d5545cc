import { oddNumbers } from "./mutate-bytes";
import type { Random } from "./random";

/** XML or HTML with its nodes changed: taken out, said twice, exchanged, nested, with attributes and entities nobody writes. */
export function mutateXml(xml: string, random: Random): string {
  let mutated = xml;
  const times = 1 + random.below(4);
  // What is no XML any more is refused at once: most stays some.
  const list = random.chance(70) ? changes.slice(0, sound) : changes;
  for (let i = 0; i < times; i++) mutated = random.pick(list)(mutated, random);
  return mutated;
}

const tag = /<\/?[A-Za-z][^<>]*>/;
const element = /<([A-Za-z][\w:]*)\b[^<>]*>(?:[^<]|<(?!\/\1>)){0,400}<\/\1>/;
const attribute = /="[^"]*"/;

function find(xml: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  const search = new RegExp(pattern.source, "g");
  search.lastIndex = random.below(xml.length + 1);
  return search.exec(xml);
}

const put = (xml: string, match: RegExpExecArray | null, by: string) =>
  match ? xml.slice(0, match.index) + by + xml.slice(match.index + match[0].length) : xml;

const odd = [
  ...oddNumbers,
  ...["XFD1048576", "A1:XFD1048576", "B2:A1", "A0", "r99", "../../x", "&#0;", "&#x110000;", "%s"],
  ...["true", "hidden", "continue", "restart", "s", "inlineStr", "d", "e", "chineseCounting"],
];
const entities = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<?xml version="1.0" encoding="UTF-7"?>',
];

/** How many of the changes leave sound XML behind. */
const sound = 8;
const changes: ((xml: string, random: Random) => string)[] = [
  (xml, random) => put(xml, find(xml, element, random), ""),
  (xml, random) => {
    const found = find(xml, element, random);
    return put(
      xml,
      found,
      (found?.[0] ?? "").repeat(2 + random.below(random.chance(90) ? 20 : 2000)),
    );
  },
  (xml, random) => {
    const [a, b] = [find(xml, element, random), find(xml, element, random)];
    return a && b ? put(xml, a, b[0]) : xml;
  },
  (xml, random) => put(xml, find(xml, attribute, random), `="${random.pick(odd)}"`),
  (xml, random) => put(xml, find(xml, attribute, random), `="${"\u957f".repeat(100_000)}"`),
  (xml, random) => put(xml, find(xml, />[^<>]+</, random), `>${random.pick(odd)}<`),
  (xml, random) =>
    put(xml, find(xml, />[^<>]+</, random), `>${"\u7763".repeat(1 + random.below(100_000))}<`),
  (xml, random) => {
    const found = find(xml, tag, random);
    const name = /^<\/?([\w:]+)/.exec(found?.[0] ?? "")?.[1] ?? "a";
    const deep = random.chance(80) ? 2 + random.below(100) : 3000;
    const at = found?.index ?? 0;
    const close = random.chance(85) ? `</${name}>`.repeat(deep) : "";
    return `${xml.slice(0, at)}${`<${name}>`.repeat(deep)}${close}${xml.slice(at)}`;
  },
  (xml, random) => random.pick(entities) + xml,
  (xml, random) => {
    const at = random.below(xml.length + 1);
    const words = random.pick([
      "&b;",
      "&#x0;",
      "\u0000",
      "]]>",
      "<![CDATA[",
      "<!--",
      "<",
      "&",
      "\ud800",
    ]);
    return xml.slice(0, at) + words + xml.slice(at);
  },
  (xml, random) => put(xml, find(xml, tag, random), ""),
  (xml, random) => xml.slice(0, random.below(xml.length + 1)),
];
