import type { Place } from "@/lib/domain/documents/quotes";
import { evidenceOf, isDirective } from "@/lib/domain/imports/kinds/rules";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import { type Label, labelAt } from "@/lib/domain/imports/structure/labels";
import type { Line, TableLines } from "@/lib/domain/imports/structure/lines";
import { activityIn, stepsOf } from "./activities";
import { between, orderingClauses, sentencesOf } from "./clauses";
import { type Draft, drafted, nowhere } from "./draft";

/**
 * The items of a report of the press or of a meeting: what it numbers (一是, 二要), what a meeting demanded, the goal that
 * it names, an activity that an office decided on. Its comma clauses may be parts.
 */
export function itemsOfReport(text: string, lines: readonly (Line | TableLines)[]): Draft[] {
  let activity: Draft | null = null;
  let isBehindList = false;
  const items: Draft[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.kind === "table") continue;
    const path = `¶${i + 1}`;
    if (beginsArticle(text, line)) activity = null;
    const numbered = numberedSentences(text, line.place, path);
    const [goal] = goalIn(text, line.place, path);
    if (goal) items.push(goal);
    if (numbered.length > 0) items.push(...numbered);
    else if (demand.test(line.words)) items.push(...demands(text, line, path, isBehindList));
    else {
      const begun = activityIn(text, line.place, path);
      if (begun !== null) activity = begun;
      const rest = { ...line.place, start: begun?.quotes[0].end ?? line.place.start };
      const steps = activity === null ? [] : stepsOf(text, rest, activity, path);
      items.push(...(begun === null ? [] : [begun]), ...steps);
    }
    isBehindList = numbered.length > 0;
  }
  return items;
}

function beginsArticle(text: string, { place, words }: Line): boolean {
  return (
    /本报讯|^[（(](?:记者|[\p{Script=Han}、]{2,16}[）)]$)/u.test(words) ||
    text[place.start - 2] === "#"
  );
}

function numberedSentences(text: string, place: Place, path: string): Draft[] {
  const labels = sentenceLabels(text, place);
  if (labels.length < 2 && labels[0]?.start !== place.start) return [];
  const heads = labels.flatMap((label, i) => {
    const end = labels[i + 1]?.start ?? place.end;
    const [head] = sentencesOf(text, trimmed(text, { start: label.end, end }));
    return head ? [{ label, head, end }] : [];
  });
  const orders = ({ label, head }: { label: Label; head: Place }) =>
    label.form === "must" || isDirective(text.slice(head.start, head.end));
  const areOrders = heads.filter(orders).length > heads.length / 2;
  return heads.flatMap(({ label, head, end }) => {
    if (!areOrders && !orders({ label, head })) return [];
    const kind = "measure";
    const quote = { start: label.start, end: head.end };
    const title = withoutStop(text, head);
    const item = drafted(
      nowhere,
      { path: `${path}/${label.name}`, kind, title, quote },
      told(text, head),
    );
    return [item, ...clauseParts(text, trimmed(text, { start: head.end, end }), item)];
  });
}

function sentenceLabels(text: string, { start, end }: Place): Label[] {
  const labels: Label[] = [];
  for (let at = start; at < end; at++) {
    if (at > start && !"。；;）):：，,".includes(text[at - 1] ?? "")) continue;
    const label = labelAt(text, at);
    if (label !== null && ["is", "must", "ordinal"].includes(label.form)) labels.push(label);
  }
  return labels;
}

function clauseParts(text: string, place: Place, parent: Draft): Draft[] {
  if (place.end <= place.start) return [];
  return orderingClauses(text, place).map((quote, i) => {
    const path = `${parent.path}/${i + 1}`;
    const part = drafted(
      nowhere,
      { path, kind: "submeasure", title: quote, quote },
      told(text, quote),
    );
    return { ...part, headings: [parent.title], isOptional: true, parent };
  });
}

const demand = /^(?:会议|.{0,12})(?:强调|指出|要求)[，,：:]/u;
const organising =
  /领导小组|成员单位|主体责任|干部队伍|组织领导|党的(?:全面)?领导|抓好落实|狠抓落实|督促检查|压实责任/u;
const subject =
  /^[^，,。]{0,30}(?:组|单位|政府|部门|各[^，,。]{1,8}|委|局|厅|办|院|会|中心|集团|公司|街道|乡镇)(?:坚决|切实)?(?:要|须|应)/u;

/**
 * What a meeting demanded: a sentence, or its stretch for each of those who are to do it. Behind what it numbered, the
 * demand on everybody is how that is to be carried out.
 */
function demands(text: string, line: Line, path: string, isBehindList: boolean): Draft[] {
  const { place, words } = line;
  const isOfAll = isBehindList && /各[^，,。]{1,20}要/u.test(words);
  const isAboutCarryingOut =
    isOfAll || (words.match(new RegExp(organising, "gu")) ?? []).length >= 2;
  const kind = isAboutCarryingOut ? "requirement" : "measure";
  return sentencesOf(text, place)
    .flatMap((sentence) => stretchesOf(text, sentence))
    .flatMap((stretch, i) => {
      const quote = kind === "measure" ? opening(text, stretch) : withoutStop(text, stretch);
      const title = titleOf(text, quote);
      const item = drafted(
        nowhere,
        { path: `${path}/${i + 1}`, kind, title, quote },
        told(text, stretch),
      );
      const rest = trimmed(text, { start: Math.min(quote.end + 1, stretch.end), end: stretch.end });
      return kind === "measure" ? [item, ...clauseParts(text, rest, item)] : [item];
    });
}

/** The first clause; with the next where it says too little alone. */
function opening(text: string, stretch: Place): Place {
  const [first, second] = between(text, stretch, "，,");
  if (first === undefined) return stretch;
  return {
    start: first.start,
    end: first.end - first.start < 12 ? (second ?? first).end : first.end,
  };
}

function stretchesOf(text: string, sentence: Place): Place[] {
  const stretches: Place[] = [];
  for (const clause of between(text, sentence, "，,。；;")) {
    const words = text.slice(clause.start, clause.end);
    const last = stretches.at(-1);
    if (last !== undefined && !subject.test(words)) last.end = clause.end;
    else if (/要(?!求|素)|必须|应当|须/u.test(words)) stretches.push({ ...clause });
  }
  return stretches;
}

function goalIn(text: string, place: Place, path: string): Draft[] {
  const words = text.slice(place.start, place.end);
  const found = /目标(?:任务)?是[，,：:]?/u.exec(words);
  if (found === null) return [];
  const start = place.start + found.index + found[0].length;
  const [sentence] = between(text, { start, end: place.end }, "。”");
  if (sentence === undefined) return [];
  const title = titleOf(text, sentence);
  return [
    drafted(
      { ...nowhere, section: "goal" },
      { path: `${path}/目标`, kind: "goal", title, quote: sentence },
      [{ rule: "goal_named", weight: 3 }],
    ),
  ];
}

function withoutStop(text: string, { start, end }: Place): Place {
  return { start, end: /[。；;]/u.test(text[end - 1] ?? "") ? end - 1 : end };
}

function told(text: string, { start, end }: Place) {
  return [{ rule: "said_in_a_report", weight: 1 }, ...evidenceOf(text.slice(start, end))];
}
