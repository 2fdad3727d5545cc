import type { Place } from "@/lib/domain/documents/quotes";
import { bareText, placeOf } from "@/lib/domain/imports/bare-text";
import { headOf, type Line } from "./lines";

const kinds =
  "通知|意见|决定|决议|方案|计划|规划|纲要|要点|措施|办法|细则|规定|批复|复函|函|通报|通告|公告|公报|报告|请示|纪要|清单|分工表?|任务书|行动|条例|规则|指引|指南|目录|安排|台账|表|任务书|须知|任务分解|重点(?:工作|任务)|实事";
const ending = new RegExp(`(?:${kinds})(?:\\([^()]*\\))?$`);
const numbered = /[〔[(【〈﹝][12]\d{3}[〕\])】〉﹞]第?\d{1,5}号/;
const beside =
  /文件$|^(?:签发人|发文字号|文号|索引号|主题词|密级|特急|机密|秘密|附件\d*:?$)|^\d+$|^[#*]/;
const date = /^\(?[12]\d{3}年\d{1,2}月\d{1,2}日\)?$/;

/** The title in the head, also one broken over several lines; null where no line reads like one. */
export function titleOf(text: string, lines: readonly Line[]): Place | null {
  const head = headOf(lines).filter(({ words }) => !beside.test(words));
  const isApart = ({ words }: Line) => numbered.test(words) || date.test(words);
  for (let from = 0; from < head.length; from += 1) {
    const first = head[from];
    if (!first || isApart(first)) continue;
    for (let to = from; to < Math.min(head.length, from + 5); to += 1) {
      const last = head[to];
      if (!last || isApart(last)) break;
      const place = { start: first.start, end: last.end };
      const isWhole = !(head[to + 1] && !isApart(head[to + 1] as Line) && isContinued(last.words));
      if (ending.test(bareText(text, place).text.replace(/\n/g, "")) && isWhole) return place;
    }
  }
  return null;
}

/** A line that the next one goes on from: 《 without 》, 关于印发 at its end. */
function isContinued(words: string): boolean {
  return words.lastIndexOf("《") > words.lastIndexOf("》") || /(?:关于|印发|转发)$/.test(words);
}

const issued = /(?:印发|转发|发布|下发)(?<name>《.*》|[^《]*(?:《[^》]*》)?.*?)的通知$/;

/**
 * The plan that a notice brings (关于印发《X》的通知): its own title line where the plan is attached, else its name in the
 * notice's title; null where the document brings nothing.
 */
export function planTitleOf(
  text: string,
  lines: readonly Line[],
  title: Place | null,
): Place | null {
  if (title === null) return null;
  const bare = bareText(text, title);
  const flat = bare.text.replace(/\n/g, "");
  const name = issued.exec(flat)?.groups?.name?.replace(/^《(.*)》$/, "$1");
  if (!name) return null;
  const plain = (words: string) => words.replace(/[\n《》]/g, "");
  const later = lines.filter(({ start }) => start >= title.end);
  for (const [i, line] of later.entries())
    for (const last of later.slice(i, i + 4)) {
      const place = { start: line.start, end: last.end };
      const words = plain(bareText(text, place).text);
      if (words.length > name.length + 8) break;
      if (words === plain(name) || words === `${plain(name)}表`) return place;
    }
  const from = bare.text.indexOf(name);
  return from < 0 ? null : placeOf(bare, from, from + name.length);
}
