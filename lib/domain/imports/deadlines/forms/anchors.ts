import { backTo, justBefore } from "@/lib/domain/imports/deadlines/clauses";
import { yearNumber } from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";

/** What a time is counted from: its name, where its words begin, and whether they stand right before the time. */
export type Anchor = { name: string; from: number; isBeside: boolean; year?: number };

const since = "(?:之日起?的?|当日起?|之后|以后|后的?|起的?)";
const beside = new RegExp(`(?<what>[^,。;:!?\\n\\t、]{1,30}?)(?<since>${since})[,]?[在于]?$`);
const bare = /(?<what>(?:本?(?:通知|方案|意见|文件))?(?:印发|下发|发布|收到))(?<since>)$/;
const earlier =
  /(?:^|[,。;:\n\t])(?<what>[^,。;:!?\n\t]{2,20}?)(?<since>后|之日起),[^。;!?\n\t]{0,40}$/;

/** What a count of days right behind is counted from; null where the sentence does not say. */
export function anchorBefore(text: string, at: number): Anchor | null {
  const before = justBefore(text, at);
  const found = anchorIn(before);
  return found && { ...found, from: at - before.length + found.from };
}

function anchorIn(before: string): Anchor | null {
  const near = beside.exec(before) ?? bare.exec(before);
  if (near?.groups) return anchorOf(near.groups.what ?? "", near.groups.since ?? "", before);
  const issue = issueEarlier(before);
  if (issue) return issue;
  const found = earlier.exec(before);
  if (!found?.groups) return null;
  const what = found.groups.what ?? "";
  const from = found.index + found[0].indexOf(what);
  return { name: `${what}${found.groups.since}`, from, isBeside: false };
}

function anchorOf(whole: string, since: string, before: string): Anchor {
  const what = withoutSubject(whole);
  const from = before.lastIndexOf(what + since);
  const bareWhat = what.replace(/^[自从]/, "");
  const year = new RegExp(`(${yearNumber})年$`).exec(bareWhat)?.[1];
  const name = nameOf(bareWhat, since);
  const known = year === undefined ? {} : { year: numberOf(year) ?? 0 };
  return { name, from: from < 0 ? before.length : from, isBeside: true, ...known };
}

/** 各单位要于本通知印发 → 本通知印发, 市整改办收到申请 → 收到申请. */
function withoutSubject(words: string): string {
  const self = words.search(/[自从](?!主|身|然|查|动|治|愿|筹|事|业)/);
  if (self >= 0) return words.slice(self);
  const receipt = words.search(/(?:收到|接到|接报|签收)/);
  if (receipt >= 0) return words.slice(receipt);
  return words
    .replace(/^.*(?:应当|应|须|要|必须|可|将)?(?:在|于)/, "")
    .replace(/^.*(?:应当|必须)/, "");
}

const issued =
  /^(?:本?(?:通知|方案|意见|文件|办法|计划|措施|细则|清单|决定|规定|规划|通报|[^,]{0,6}(?:方案|意见|通知|计划))|《[^》]*》)?(?:印发|下发|发文)$|^本(?:通知|方案|意见|文件|办法|计划|措施|细则|决定|规定|规划|通报|[^,]{0,6}(?:方案|意见|通知|计划))(?:发布|公布|出台)$/;

/** The names that the product knows; else the words themselves. */
function nameOf(what: string, since: string): string {
  if (issued.test(what)) return "印发";
  if (
    /^(?:收到|接到|签收)(?:本|该)?(?:通知|方案|意见|文件|交办单|督办单|转办单|转办通知|督办函|提示函|任务单|任务书|批示)?$/.test(
      what,
    )
  )
    return "收到";
  if (/批复$|批准$/.test(what) && what.length <= 8) return "批复";
  if (/^本?[^,]{0,6}(?:施行|实施)$/.test(what)) return "施行";
  return `${what}${since.replace(/起?的?$/, "")}`;
}

const sentenceEnds = new Set("。\n\t");

/** 自本方案印发之日起10个工作日内…；在30日内…: what is counted from the day of issue before goes on to be. */
function issueEarlier(before: string): Anchor | null {
  const paragraph = backTo(sentenceEnds, before, before.length);
  const found = /(?:印发|下发|发文)之日起?/.exec(paragraph);
  if (!found) return null;
  return { name: "印发", from: before.length - paragraph.length + found.index, isBeside: false };
}
