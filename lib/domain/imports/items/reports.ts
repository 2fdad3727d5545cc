import type { Place } from "@/lib/domain/documents/quotes";
import { evidenceOf, isDirective } from "@/lib/domain/imports/kinds/rules";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import { type Label, labelAt } from "@/lib/domain/imports/structure/labels";
import type { Line, TableLines } from "@/lib/domain/imports/structure/lines";
import { between, orderingClauses, sentencesOf } from "./clauses";
import { type Draft, drafted, type Setting } from "./draft";

const setting: Setting = { section: "measure", prefix: "", headings: [], leadIns: [] };

/**
 * The items of a report of the press or of a meeting: what it numbers (一是, 二要), what a meeting demanded, the goal that
 * it names, an activity that an office decided on. Its comma clauses may be parts.
 */
export function itemsOfReport(text: string, lines: readonly (Line | TableLines)[]): Draft[] {
  let activity: Draft | null = null;
  const items: Draft[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.kind === "table") continue;
    const path = `¶${i + 1}`;
    if (beginsArticle(text, line)) activity = null;
    const numbered = numberedSentences(text, line.place, path);
    const [goal] = goalIn(text, line.place, path);
    if (goal) items.push(goal);
    if (numbered.length > 0) items.push(...numbered);
    else if (demand.test(line.words)) items.push(...demands(text, line, path));
    else {
      const steps: Draft[] = activity === null ? [] : stepsOf(text, line.place, activity, path);
      const begun = activityIn(text, line.place, path);
      if (begun !== null) activity = begun;
      items.push(...(begun === null ? [] : [begun]), ...steps);
    }
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
  return labels.flatMap((label, i) => {
    const end = labels[i + 1]?.start ?? place.end;
    const [head] = sentencesOf(text, trimmed(text, { start: label.end, end }));
    if (head === undefined) return [];
    if (label.form !== "must" && !isDirective(text.slice(head.start, head.end))) return [];
    const kind = "measure";
    const quote = { start: label.start, end: head.end };
    const title = withoutStop(text, head);
    const item = drafted(
      setting,
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
      setting,
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

/** What a meeting demanded: a sentence, or its stretch for each of those who are to do it. */
function demands(text: string, { place, words }: Line, path: string): Draft[] {
  const isAboutCarryingOut = (words.match(new RegExp(organising, "gu")) ?? []).length >= 2;
  const kind = isAboutCarryingOut ? "requirement" : "measure";
  return sentencesOf(text, place)
    .flatMap((sentence) => stretchesOf(text, sentence))
    .flatMap((stretch, i) => {
      const quote = kind === "measure" ? opening(text, stretch) : withoutStop(text, stretch);
      const title = titleOf(text, quote);
      const item = drafted(
        setting,
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
      { ...setting, section: "goal" },
      { path: `${path}/目标`, kind: "goal", title, quote: sentence },
      [{ rule: "goal_named", weight: 3 }],
    ),
  ];
}

const decided =
  /[^，,。\s]{2,60}决定(?:在[^，,。]{2,12})?(?:开展|实施|组织|举办|启动|部署)[^，,。]*/u;
const begun = /由[^，,。]{2,60}(?:举办|主办|组织|承办)的[^，,。]*启动/u;

/** An activity that an office decided on or began. */
function activityIn(text: string, place: Place, path: string): Draft | null {
  const words = text.slice(place.start, place.end);
  const found = decided.exec(words) ?? begun.exec(words);
  if (found === null) return null;
  const start = place.start + found.index;
  const quote = trimmed(text, { start, end: start + found[0].length });
  const evidence = [{ rule: "activity_decided", weight: 3 }];
  return drafted(setting, { path, kind: "measure", title: titleOf(text, quote), quote }, evidence);
}

const byDay = /^(?:[0-9]{1,2}月[0-9]{1,2}日前|[0-9]{1,2}月(?:底前|[上中下]旬)|年底前)[，,]/u;
const byWhom = /^(?:最终|最后|再)?由[^，,。]{2,60}(?:通过|审核|评选|组织|负责|进行|评审|公布)/u;

/** What is still to be done of an activity: by a day, or by somebody who is named. */
function stepsOf(text: string, place: Place, parent: Draft, path: string): Draft[] {
  const steps: Place[] = [];
  for (const sentence of sentencesOf(text, place)) {
    const words = text.slice(sentence.start, sentence.end);
    if (byDay.test(words) && !/已|了[，,。]/u.test(words)) {
      steps.push(sentence);
      continue;
    }
    let open: Place | null = null;
    for (const clause of between(text, sentence, "，,。")) {
      if (byWhom.test(text.slice(clause.start, clause.end))) {
        open = { ...clause };
        steps.push(open);
      } else if (open !== null) open.end = clause.end;
    }
  }
  return steps.map((quote, i) => {
    const title = titleOf(text, quote);
    const evidence = [{ rule: "step_of_an_activity", weight: 2 }];
    return {
      ...drafted(setting, { path: `${path}/${i + 1}`, kind: "submeasure", title, quote }, evidence),
      parent,
    };
  });
}

function withoutStop(text: string, { start, end }: Place): Place {
  return { start, end: /[。；;]/u.test(text[end - 1] ?? "") ? end - 1 : end };
}

function told(text: string, { start, end }: Place) {
  return [{ rule: "said_in_a_report", weight: 1 }, ...evidenceOf(text.slice(start, end))];
}
