import type { Place } from "@/lib/domain/documents/quotes";
import { isDirective } from "@/lib/domain/imports/kinds/rules";
import { trimmed } from "@/lib/domain/imports/structure/heads";
import { inlineForms } from "@/lib/domain/imports/structure/labels";
import type { Line } from "@/lib/domain/imports/structure/lines";
import {
  closesAsRequirement,
  type SectionKind,
  sectionKind,
} from "@/lib/domain/imports/structure/sections";
import { endOf, type Node, pathOf } from "@/lib/domain/imports/structure/tree";
import { type Draft, drafted, type Setting } from "./draft";
import { bodyOf, type Heading, headingOf, isHeadingLine, titleOfNode } from "./headings";
import { bringsDecisions, saidByMeeting } from "./meetings";
import { rectificationOf, takeFields, takeShared } from "./rectification";
import {
  evidenceIn,
  itemsOfLeaf,
  itemsOfParagraph,
  kindIn,
  partOf,
  rectifiedItem,
} from "./stretches";

/** The items of a numbered paragraph and of all below it. */
export function itemsOfNode(text: string, node: Node, above: Setting, isTop: boolean): Draft[] {
  const heading = headingOf(text, node);
  const section = sectionOf(node, heading, above.section, isTop);
  if (section === "none") return goalsBelow(text, node, above);
  if (node.label?.form === "box") return itemsOfBox(text, node, above);
  const here = { ...above, section };
  if (node.children.length > 0 && !listsObjects(text, node)) {
    const rectified = rectificationOf(text, node);
    if (rectified !== null)
      return withChildren(text, node, here, rectifiedItem(text, node, here, rectified));
    if (hasParts(text, node)) return withParts(text, node, here);
    const lead = leadIn(text, node, heading);
    const setting: Setting = {
      ...here,
      section:
        lead !== null && saysGoals.test(text.slice(lead.start, lead.end).trim()) ? "goal" : section,
      headings: heading === null ? above.headings : [...above.headings, heading.place],
      leadIns: lead === null ? above.leadIns : [...above.leadIns, lead],
    };
    const shared = takeShared(node);
    const own = lead === null || shared.length > 0 ? [] : leadItem(text, node, here, lead);
    const below = node.children.flatMap((child) => itemsOfNode(text, child, setting, false));
    for (const each of below) each.quotes.push(...shared);
    return [...own, ...below];
  }
  const body = bodyOf(node);
  if (
    node.children.length === 0 &&
    isHeadingLine(text, node) &&
    hasOwnParagraphs(node, body, isTop) &&
    rectificationOf(text, node) === null
  ) {
    const headings = heading === null ? above.headings : [...above.headings, heading.place];
    const setting = { ...here, headings };
    return body.flatMap(({ place }, i) =>
      itemsOfParagraph(text, place, setting, `${pathOf(node)}/¶${i + 1}`),
    );
  }
  return itemsOfLeaf(text, node, here);
}

/** 到2025年，力争实现以下目标：what is numbered below are they. */
const saysGoals = /(?:以下|下列|如下)[^。：:]{0,6}目标[：:]$|目标如下[：:]$/u;

/** Goals below a heading that says it is of thoughts (一、总体思路（二）发展目标) are some. */
function goalsBelow(text: string, node: Node, above: Setting): Draft[] {
  const goals = node.children.filter((child) => {
    const heading = headingOf(text, child);
    return heading !== null && /目标$/u.test(heading.words);
  });
  return goals.flatMap((goal) => itemsOfNode(text, goal, { ...above, section: "general" }, false));
}

/**
 * Whether the paragraphs below a heading are items, and not the heading with all of them: several on the first level or in
 * a chapter, what a meeting said, and whatever stands below a heading without a number.
 */
function hasOwnParagraphs({ label }: Node, body: readonly Line[], isTop: boolean): boolean {
  if (body.length === 0) return false;
  if (label?.form === "heading" || saidByMeeting(body[0]?.words ?? "") !== null) return true;
  return body.length > 1 && (isTop || label?.form === "section" || label?.form === "chapter");
}

/** A line that is all there is and says something is no heading of a section. */
function isSentence({ children, paragraphs }: Node, { rest, words }: Heading): boolean {
  return rest === null && children.length + paragraphs.length === 0 && /[，,]|.{15}/u.test(words);
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
  const own = heading === null || isSentence(node, heading) ? null : sectionKind(heading.words);
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

/**
 * The item of a lead-in: only where it orders something by a day that none of its children divides up. Where it has owners
 * of its own it may be one.
 */
function leadItem(text: string, node: Node, setting: Setting, lead: Place): Draft[] {
  const quote = { start: (node.first ?? lead).start, end: lead.end };
  const evidence = evidenceIn(text, quote, setting);
  const has = (rule: string) => evidence.some((each) => each.rule === rule);
  const words = text.slice(lead.start, lead.end);
  const hasDay = has("own_deadline") && isDirective(words);
  const isFrame = /[：:]$|如下|以下|下列/u.test(words.trim());
  const hasOwners = /[（(〔][^（()）〔〕]{2,80}(?:负责|牵头|落实)/u.test(words);
  if ((!hasDay && !hasOwners) || quote.start >= (node.first?.end ?? 0)) return [];
  const title = titleOfNode(text, node);
  const path = setting.prefix + pathOf(node);
  const item = drafted(setting, { path, kind: kindIn(setting.section), title, quote }, evidence);
  return [{ ...item, isOptional: !hasDay || isFrame }];
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

/** Parts, however they are marked but with （一）, which heads items. */
const partForms: readonly string[] = inlineForms.filter((form) => form !== "han_bracket");

/**
 * Whether the children are the marked parts of one item: it has words of its own, and they are marked as parts are. What a
 * meeting decided is no part of what it was told.
 */
function hasParts(text: string, node: Node): boolean {
  if (
    node.label === null ||
    bringsDecisions(node.paragraphs.at(-1)?.words ?? "") ||
    !node.children.every(({ label }) => partForms.includes(label?.form ?? ""))
  )
    return false;
  return !isHeadingLine(text, node) || node.paragraphs.length > 0 || saysParts(text, node);
}

/** “（一）加强领导。” with its “一是” behind the stop: a sentence, and no heading of what follows. */
function saysParts(text: string, { first, children }: Node): boolean {
  const begun = first?.end === children[0]?.label?.start;
  return begun && /。$/u.test(text.slice(first?.start, first?.end).trim());
}

function withParts(text: string, node: Node, setting: Setting): Draft[] {
  const path = setting.prefix + pathOf(node);
  const end = node.paragraphs.at(-1)?.place.end ?? node.first?.end ?? 0;
  const quote = trimmed(text, { start: node.first?.start ?? 0, end });
  const title = titleOfNode(text, node);
  const evidence = evidenceIn(text, { start: quote.start, end: endOf(node) }, setting);
  const kind = kindIn(setting.section);
  const parent = drafted(setting, { path, kind, title, quote }, evidence);
  const hasOneParagraph = node.children
    .slice(0, -1)
    .every((child) => child.paragraphs.length === 0);
  const others = hasOneParagraph ? takeFields(node.children.at(-1)) : [];
  parent.quotes.push(...others.map(({ place }) => place));
  return withChildren(text, node, setting, parent);
}

/** An item and the numbered paragraphs below it as its parts. */
function withChildren(text: string, node: Node, setting: Setting, parent: Draft): Draft[] {
  const parts = node.children.map((child) => {
    const place = trimmed(text, { start: child.first?.start ?? 0, end: endOf(child) });
    return partOf(text, parent, setting, `${setting.prefix}${pathOf(child)}`, place);
  });
  return [parent, ...parts];
}
