import type { Place } from "@/lib/domain/documents/quotes";
import type { Evidence } from "@/lib/domain/imports/candidates";
import { incentive } from "@/lib/domain/imports/kinds/incentive";
import { permission } from "@/lib/domain/imports/kinds/permission";
import type { KindRule } from "@/lib/domain/imports/kinds/question";
import { enough, evidenceOf, isDirective, weightOf } from "@/lib/domain/imports/kinds/rules";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import type { SectionKind } from "@/lib/domain/imports/structure/sections";
import { endOf, type Node, pathOf } from "@/lib/domain/imports/structure/tree";
import { type Draft, drafted, type Setting } from "./draft";
import { bodyOf, headingOf, titleOfNode } from "./headings";
import { saidByMeeting } from "./meetings";
import { type Rectification, rectificationOf } from "./rectification";
import { markedParts, ownerStretches, placesOfWhole } from "./split";
import { isSectionWithoutOrder, listsWithoutOrder } from "./without-order";

/** One item, or an item and its parts. */
export function itemsOfLeaf(text: string, node: Node, setting: Setting): Draft[] {
  const body = bodyOf(node);
  const first = trimmed(text, node.first ?? { start: 0, end: 0 });
  const end = node.children.length > 0 ? endOf(node) : (body.at(-1)?.place.end ?? first.end);
  const heading = headingOf(text, node);
  const restStart =
    heading === null ? first.start : (heading.rest?.start ?? body[0]?.place.start ?? first.end);
  const rectified = rectificationOf(text, node);
  if (rectified !== null) return rectifiedParts(text, node, setting, rectified);
  const whole = { start: first.start, end };
  if (first.end <= first.start) return [];
  if (isSectionWithoutOrder(text, node, setting) || listsWithoutOrder(text, node)) return [];
  if (
    isBareHeading(text, node) &&
    !evidenceOf(text.slice(first.start, end)).some(({ weight }) => weight > 0)
  )
    return [];
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

/** A line of words without a sentence and with nothing below it: an item only if it orders something. */
function isBareHeading(text: string, node: Node): boolean {
  const words = text.slice(node.first?.start ?? 0, node.first?.end ?? 0).trim();
  return node.children.length === 0 && bodyOf(node).length === 0 && !/[。；;！]/u.test(words);
}

/** The item of a shortcoming to put right. */
export function rectifiedItem(
  text: string,
  node: Node,
  setting: Setting,
  { task, others, closing }: Rectification,
): Draft {
  const evidence = [
    { rule: "rectification_fields", weight: 3 },
    ...evidenceIn(text, task, setting),
  ];
  const path = setting.prefix + pathOf(node);
  const kind = kindIn(setting.section);
  const item = drafted(setting, { path, kind, title: titleOf(text, task), quote: task }, evidence);
  return { ...item, quotes: [task, ...others, ...closing] };
}

/** Behind a goal the numbered measures of one paragraph are parts. */
function rectifiedParts(
  text: string,
  node: Node,
  setting: Setting,
  rectified: Rectification,
): Draft[] {
  const { task, others, closing } = rectified;
  const parts = markedParts(text, task, true);
  const before = text.slice(task.start, parts[0]?.label.start ?? task.start);
  const goal = before.replace(/\s*(?:整改|具体)措施[：:]\s*$/u, "").trimEnd();
  if (goal === "") return [rectifiedItem(text, node, setting, rectified)];
  const own = { start: task.start, end: task.start + goal.length };
  const parent = rectifiedItem(text, node, setting, {
    ...{ task: own, others: [...placesOfWhole(parts), ...others], closing },
  });
  return [
    parent,
    ...parts.map(({ label, place }) =>
      partOf(text, parent, setting, `${parent.path}/${label.name}`, place),
    ),
  ];
}

/** The items of an unnumbered paragraph: as those of a numbered one, but the words alone must order something. */
export function itemsOfParagraph(
  text: string,
  place: Place,
  setting: Setting,
  path: string,
): Draft[] {
  const words = text.slice(place.start, place.end);
  const said = saidByMeeting(words);
  if (said !== null) return decisionsOf(text, place, place.start + said, setting, path);
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

/** What minutes bring as said by the meeting: each numbered part is an item, else the paragraph. */
function decisionsOf(
  text: string,
  place: Place,
  from: number,
  setting: Setting,
  path: string,
): Draft[] {
  const rest = { start: from, end: place.end };
  if (!isDirective(text.slice(rest.start, rest.end))) return [];
  const kind = kindIn(setting.section);
  const item = (quote: Place, own: string, title: Place) =>
    drafted(
      setting,
      { path: setting.prefix + own, kind, title, quote },
      evidenceIn(text, quote, setting),
    );
  const parts = markedParts(text, rest);
  if (parts.length === 0) return [item(place, path, titleOf(text, trimmed(text, rest)))];
  return parts.map((part) =>
    item(part.place, `${path}/${part.label.name}`, titleOf(text, part.place)),
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
  const parts = markedParts(text, rest);
  if (stretches.length > 0 && restStart > whole.start && parts.length !== stretches.length) {
    const parent = item(trimmed(text, { start: whole.start, end: restStart }));
    return [
      parent,
      ...stretches.map((part, i) => partOf(text, parent, setting, `${path}/¶${i + 1}`, part)),
    ];
  }
  const firstPart = parts[0];
  if (firstPart === undefined || firstPart.label.start <= whole.start) return [item(whole)];
  const parent = item(trimmed(text, { start: whole.start, end: firstPart.label.start }));
  parent.quotes.push(...placesOfWhole(parts));
  return [
    parent,
    ...parts.map(({ label, place }) =>
      partOf(text, parent, setting, `${path}/${label.name}`, place),
    ),
  ];
}

/** What the heading of a section says of all that stands in it. */
const headingEvidence: Partial<Record<SectionKind, Evidence>> = {
  goal: { rule: "under_a_heading_of_goals", weight: 4 },
  requirement: { rule: "under_a_heading_of_requirements", weight: 2 },
};

const evidenceFor = ({ rule, weight }: KindRule): Evidence => ({ rule, weight });

/** Below such a heading what somebody may have is what is given. */
const policies =
  /(?:支持|扶持|优惠|奖补|激励)(?:政策|措施|内容)$|政策(?:支持|扶持|措施|内容|清单)$|[金间才住房税]支持$/u;

/** What speaks for a stretch in its section. */
export function evidenceIn(
  text: string,
  { start, end }: Place,
  { section, headings }: Setting,
): Evidence[] {
  const heading = headingEvidence[section];
  const isPolicy = headings.some((at) => policies.test(text.slice(at.start, at.end).trim()));
  const said = evidenceOf(text.slice(start, end), section).map((each) =>
    isPolicy && each.rule === permission.rule ? evidenceFor(incentive) : each,
  );
  return heading === undefined ? said : [heading, ...said];
}

const stated =
  /(?:到|至|力争|确保|通过)[0-9０-９]{4}年|[0-9０-９]{4}年(?:[0-9０-９]{1,2}月)?底?前|[0-9０-９.]+(?:%|％|个百分点)|(?:达到?|不低于|不少于|控制在|降至|增至|建成|培育|打造|新增|新建|建设|完成|力争|集聚|形成)[^，。；]{0,24}[0-9０-９]/u;

/** 目标任务。2015年在…上取得决定性进展: what is called a goal and says in which year. */
const goalsByYear = /^[^。：:\n]{0,8}目标[^。：:\n]{0,8}[。：:\n].*[0-9]{4}年(?!以来)/su;

/**
 * A section of principles and goals has an item only where a value or a year is stated; a single sentence that orders
 * nothing is a rule among measures (补助按人数计算), wherever it is numbered.
 */
function isItem(words: string, section: SectionKind, evidence: readonly Evidence[]): boolean {
  if (section === "general") return stated.test(words) || goalsByYear.test(words);
  if (section === "goal") return true;
  const isOnlyListed = evidence.every(({ rule }) => rule === "in_list_of_measures");
  return weightOf(evidence) >= enough && !(isOnlyListed && !/[。；].*\S/su.test(words.trim()));
}

/** What an item of a section is. */
export function kindIn(section: SectionKind): "goal" | "requirement" | "measure" {
  if (section === "goal" || section === "general") return "goal";
  return section === "requirement" ? "requirement" : "measure";
}

/** A marked part of an item. */
export function partOf(
  text: string,
  parent: Draft,
  setting: Setting,
  path: string,
  quote: Place,
): Draft {
  const evidence = [...evidenceIn(text, quote, setting), { rule: "part_of_an_item", weight: 2 }];
  const part = drafted(
    setting,
    { path, kind: "submeasure", title: titleOf(text, quote), quote },
    evidence,
  );
  return { ...part, headings: [...parent.headings, parent.title], parent };
}
