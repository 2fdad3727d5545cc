import type { Place } from "@/lib/domain/documents/quotes";
import type { Evidence } from "@/lib/domain/imports/candidates";
import { enough, evidenceOf, isDirective, weightOf } from "@/lib/domain/imports/kinds/rules";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import {
  closesAsRequirement,
  type SectionKind,
  sectionKind,
} from "@/lib/domain/imports/structure/sections";
import { endOf, type Node, pathOf } from "@/lib/domain/imports/structure/tree";
import { type Draft, drafted, type Setting } from "./draft";
import { bodyOf, type Heading, headingOf, isHeadingLine, titleOfNode } from "./headings";
import { markedParts, ownerStretches } from "./split";

/** The items of a numbered paragraph and of all below it. */
export function itemsOfNode(text: string, node: Node, above: Setting, isTop: boolean): Draft[] {
  const heading = headingOf(text, node);
  const section = sectionOf(node, heading, above.section, isTop);
  if (section === "none") return [];
  if (node.label?.form === "box") return itemsOfBox(text, node, above);
  const here = { ...above, section };
  if (node.children.length > 0 && !listsObjects(text, node)) {
    if (hasParts(text, node)) return withParts(text, node, here);
    const lead = leadIn(text, node, heading);
    const setting: Setting = {
      ...here,
      headings: heading === null ? above.headings : [...above.headings, heading.place],
      leadIns: lead === null ? above.leadIns : [...above.leadIns, lead],
    };
    const own =
      lead !== null && ordersByItself(text, lead) ? [leadItem(text, node, here, lead)] : [];
    return [...own, ...node.children.flatMap((child) => itemsOfNode(text, child, setting, false))];
  }
  const body = bodyOf(node);
  if (isTop && node.children.length === 0 && isHeadingLine(text, node) && body.length > 1) {
    const headings = heading === null ? above.headings : [...above.headings, heading.place];
    const setting = { ...here, headings };
    return body.flatMap(({ place }, i) =>
      itemsOfParagraph(text, place, setting, `${pathOf(node)}/¶${i + 1}`),
    );
  }
  return itemsOfLeaf(text, node, here);
}

/** A box spells out projects: of its entries only those that order something are items. */
function itemsOfBox(text: string, node: Node, above: Setting): Draft[] {
  return node.children
    .filter((child) => isDirective(text.slice(child.first?.start ?? 0, endOf(child))))
    .flatMap((child) => itemsOfNode(text, child, { ...above, section: "measure" }, false));
}

function sectionOf(
  node: Node,
  heading: Heading | null,
  above: SectionKind,
  isTop: boolean,
): SectionKind {
  const own = heading === null ? null : sectionKind(heading.words);
  if (own === "none") return "none";
  if (isTop) {
    if (own !== null) return own;
    const siblings = node.parent?.children ?? [];
    const isLast = siblings.length > 1 && siblings.at(-1) === node;
    if (isLast && heading !== null && closesAsRequirement(heading.words)) return "requirement";
    return above;
  }
  if (own === "goal" && (above === "general" || /目标$/u.test(heading?.words ?? ""))) return "goal";
  return above;
}

/** What introduces the children: the words behind the heading and the paragraphs above the first of them. */
function leadIn(text: string, node: Node, heading: Heading | null): Place | null {
  const start = heading === null ? node.first?.start : heading.rest?.start;
  const from = start ?? node.paragraphs[0]?.place.start;
  const end = node.paragraphs.at(-1)?.place.end ?? node.first?.end;
  if (from === undefined || end === undefined || from >= end) return null;
  return trimmed(text, { start: from, end });
}

/** A lead-in that orders something by a day that none of its children divides up. */
function ordersByItself(text: string, lead: Place): boolean {
  const words = text.slice(lead.start, lead.end);
  if (/[：:]$|如下|以下|下列/u.test(words.trim())) return false;
  const evidence = evidenceOf(words);
  return weightOf(evidence) >= enough && evidence.some(({ rule }) => rule === "own_deadline");
}

function leadItem(text: string, node: Node, setting: Setting, lead: Place): Draft {
  const quote = { start: (node.first ?? lead).start, end: lead.end };
  const title = titleOfNode(text, node);
  const path = setting.prefix + pathOf(node);
  return drafted(
    setting,
    { path, kind: kindIn(setting.section), title, quote },
    evidenceIn(text, quote, setting),
  );
}

const objects =
  /(?:下列|以下|如下|下述)[^。：:]{0,16}(?:问题|情形|条件|情况|行为|要求|材料|资料|标准|程序|类型|单位|人员|对象|信息)|(?:重点|内容|范围|条件|材料)(?:是|为|包括)[：:]$|包括[：:]$/u;

/** Whether the children only list what, when or whom: most of them order nothing. */
function listsObjects(text: string, node: Node): boolean {
  const lead = text.slice(
    node.first?.start ?? 0,
    node.paragraphs.at(-1)?.place.end ?? node.first?.end ?? 0,
  );
  if (node.label !== null && objects.test(lead.trim())) return true;
  const orders = node.children.filter((child) => {
    if (child.children.length > 0) return true;
    const words = text.slice(child.first?.start ?? 0, endOf(child));
    return isDirective(words) || /。./su.test(words.trim());
  });
  return (
    node.children.length >= 2 &&
    orders.length * 2 < node.children.length &&
    !isBareHeading(text, node)
  );
}

/** A heading line with nothing under it but its children. */
function isBareHeading(text: string, node: Node): boolean {
  return (
    isHeadingLine(text, node) &&
    node.paragraphs.length === 0 &&
    !/[：:]$/u.test(text.slice(node.first?.start ?? 0, node.first?.end ?? 0).trim())
  );
}

const partForms: readonly string[] = [
  "is",
  "must",
  "ordinal",
  "circle",
  "arabic_bracket",
  "arabic_half_bracket",
];

/** Whether the children are the marked parts of one item: it has words of its own, and they are marked as parts are. */
function hasParts(text: string, node: Node): boolean {
  if (
    node.label === null ||
    !node.children.every(({ label }) => partForms.includes(label?.form ?? ""))
  )
    return false;
  return !isHeadingLine(text, node) || node.paragraphs.length > 0;
}

function withParts(text: string, node: Node, setting: Setting): Draft[] {
  const path = setting.prefix + pathOf(node);
  const end = node.paragraphs.at(-1)?.place.end ?? node.first?.end ?? 0;
  const quote = trimmed(text, { start: node.first?.start ?? 0, end });
  const title = titleOfNode(text, node);
  const evidence = evidenceIn(text, { start: quote.start, end: endOf(node) }, setting);
  const kind = kindIn(setting.section);
  const parent = drafted(setting, { path, kind, title, quote }, evidence);
  const parts = node.children.map((child) => {
    const place = trimmed(text, { start: child.first?.start ?? 0, end: endOf(child) });
    return partOf(text, parent, setting, `${setting.prefix}${pathOf(child)}`, place);
  });
  return [parent, ...parts];
}

function partOf(text: string, parent: Draft, setting: Setting, path: string, quote: Place): Draft {
  const evidence = [...evidenceIn(text, quote, setting), { rule: "part_of_an_item", weight: 2 }];
  const part = drafted(
    setting,
    { path, kind: "submeasure", title: titleOf(text, quote), quote },
    evidence,
  );
  return { ...part, headings: [...parent.headings, parent.title], parent };
}

/** One item, or an item and its parts. */
function itemsOfLeaf(text: string, node: Node, setting: Setting): Draft[] {
  const body = bodyOf(node);
  const first = trimmed(text, node.first ?? { start: 0, end: 0 });
  const end = node.children.length > 0 ? endOf(node) : (body.at(-1)?.place.end ?? first.end);
  const heading = headingOf(text, node);
  const restStart =
    heading === null ? first.start : (heading.rest?.start ?? body[0]?.place.start ?? first.end);
  const fields = rectification(text, node);
  if (fields !== null) {
    const evidence = [
      { rule: "rectification_fields", weight: 3 },
      ...evidenceIn(text, fields, setting),
    ];
    const path = setting.prefix + pathOf(node);
    return [
      drafted(
        setting,
        { path, kind: kindIn(setting.section), title: titleOf(text, fields), quote: fields },
        evidence,
      ),
    ];
  }
  const whole = { start: first.start, end };
  return itemsOfStretch(
    text,
    whole,
    Math.min(restStart, end),
    titleOfNode(text, node),
    setting,
    setting.prefix + pathOf(node),
    node.children.length === 0,
  );
}

/** Of “反馈问题：… 整改措施：…” the item begins at the goal or the measures; the problem is none. */
function rectification(text: string, node: Node): Place | null {
  const lines = bodyOf(node);
  const from = lines.find(({ words }) =>
    /^(?:整改目标|整改措施|整改任务|整改要求|具体措施)[：:]/u.test(words),
  );
  const last = lines.at(-1);
  if (from === undefined || last === undefined) return null;
  const colon = text.slice(from.place.start, from.place.end).search(/[：:]/u) + 1;
  return trimmed(text, { start: from.place.start + colon, end: last.place.end });
}

/** The items of an unnumbered paragraph: as those of a numbered one, but the words alone must order something. */
export function itemsOfParagraph(
  text: string,
  place: Place,
  setting: Setting,
  path: string,
): Draft[] {
  const words = text.slice(place.start, place.end);
  const isGoal = setting.section === "goal" || setting.section === "general";
  if (!isGoal && !isDirective(words)) return [];
  return itemsOfStretch(
    text,
    place,
    place.start,
    titleOf(text, place),
    setting,
    setting.prefix + path,
    true,
  );
}

function itemsOfStretch(
  text: string,
  whole: Place,
  restStart: number,
  title: Place,
  setting: Setting,
  path: string,
  canSplit: boolean,
): Draft[] {
  const evidence = evidenceIn(text, whole, setting);
  if (!isItem(text.slice(whole.start, whole.end), setting.section, evidence)) return [];
  const kind = kindIn(setting.section);
  const item = (quote: Place) => drafted(setting, { path, kind, title, quote }, evidence);
  if (!canSplit || kind === "goal") return [item(whole)];
  const rest = { start: restStart, end: whole.end };
  const stretches = ownerStretches(text, rest);
  if (stretches.length > 0 && restStart > whole.start) {
    const parent = item(trimmed(text, { start: whole.start, end: restStart }));
    return [
      parent,
      ...stretches.map((part, i) => partOf(text, parent, setting, `${path}/¶${i + 1}`, part)),
    ];
  }
  const parts = markedParts(text, rest);
  const firstPart = parts[0];
  if (firstPart === undefined || firstPart.label.start <= whole.start) return [item(whole)];
  const parent = item(trimmed(text, { start: whole.start, end: firstPart.label.start }));
  const last = parts.at(-1)?.place.end ?? whole.end;
  const behind = trimmed(text, { start: last, end: whole.end });
  if (behind.end > behind.start) parent.quotes.push(behind);
  return [
    parent,
    ...parts.map(({ label, place }) =>
      partOf(text, parent, setting, `${path}/${label.name}`, place),
    ),
  ];
}

function evidenceIn(text: string, { start, end }: Place, { section }: Setting): Evidence[] {
  return evidenceOf(text.slice(start, end), section);
}

const stated = /[0-9０-９]+(?:年|%|％|[个家万亿件户名人条项所座倍]|余|多)/u;

/** A section of principles and goals has an item only where a value or a year is stated. */
function isItem(words: string, section: SectionKind, evidence: readonly Evidence[]): boolean {
  if (section === "general") return stated.test(words);
  if (section === "goal") return true;
  return weightOf(evidence) >= enough;
}

function kindIn(section: SectionKind): "goal" | "requirement" | "measure" {
  if (section === "goal" || section === "general") return "goal";
  return section === "requirement" ? "requirement" : "measure";
}
