import type { Place } from "@/lib/domain/documents/quotes";
import { titleOf, trimmed } from "@/lib/domain/imports/structure/heads";
import { between, sentencesOf } from "./clauses";
import { type Draft, drafted, nowhere } from "./draft";

const forms: readonly RegExp[] = [
  /[^，,。\s]{2,60}决定(?:在[^，,。]{2,12})?(?:开展|实施|组织|举办|启动|部署)[^，,。]*/u,
  /由[^，,。]{2,60}(?:举办|主办|组织|承办)的[^，,。]*启动(?:[，,](?:此次|本次)?活动将?持续[^，,。]*)?/u,
  /[^，,。\s（()）]{2,60}?(?:近日|日前|联合|共同|正式)+启动(?!了)[^，,。]*(?:活动|行动)/u,
  /[^，,。\s]{2,40}?(?:决定|将)(?:自[^，,。]*?(?:[，,]|(?=对)))?(?<title>对[^，,。]{2,60}(?:管制|限行|封闭|禁行))/u,
];

/** An activity that an office decided on or began, or the closing of a road: called by what is closed. */
export function activityIn(text: string, place: Place, path: string): Draft | null {
  const words = text.slice(place.start, place.end);
  const found = forms.map((form) => form.exec(words)).find((match) => match !== null);
  if (!found) return null;
  const start = place.start + found.index;
  const quote = trimmed(text, { start, end: start + found[0].length });
  const named = found.groups?.title?.length;
  const title = named ? { start: quote.end - named, end: quote.end } : titleOf(text, quote);
  const evidence = [{ rule: "activity_decided", weight: 3 }];
  return drafted(nowhere, { path, kind: "measure", title, quote }, evidence);
}

const byDay = /^(?:[0-9]{1,2}月[0-9]{1,2}日前|[0-9]{1,2}月(?:底前|[上中下]旬)|年底前)[，,]/u;
const willBe =
  /^(?:(?:此次|本次|该)?活动将[于自从][0-9]|[0-9]{1,2}月[0-9]{1,2}日(?:[至—-][0-9月日]+)?(?:“[^”]*”)?(?:当[天日]|起)?[，,][^，,。]{2,20}将)/u;
const byWhom = /^(?:最终|最后|再)?由[^，,。]{2,60}(?:通过|审核|评选|组织|负责|进行|评审|公布)/u;

/** What is still to be done of an activity: by or on a day, or by somebody who is named. */
export function stepsOf(text: string, place: Place, parent: Draft, path: string): Draft[] {
  const steps: Place[] = [];
  for (const sentence of sentencesOf(text, place)) {
    const words = text.slice(sentence.start, sentence.end);
    if ((byDay.test(words) || willBe.test(words)) && !/已|了[，,。]/u.test(words)) {
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
      ...drafted(nowhere, { path: `${path}/${i + 1}`, kind: "submeasure", title, quote }, evidence),
      parent,
    };
  });
}
