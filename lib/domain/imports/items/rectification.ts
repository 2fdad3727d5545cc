import type { Place } from "@/lib/domain/documents/quotes";
import { trimmed } from "@/lib/domain/imports/structure/heads";
import type { Line } from "@/lib/domain/imports/structure/lines";
import type { Node } from "@/lib/domain/imports/structure/tree";

/** What a list of shortcomings says of one in paragraphs: the goal and the measures, and whose it is until when. */
export type Rectification = {
  task: Place;
  /** Owners and times that stand outside of it, and those that end it. */
  others: Place[];
  closing: Place[];
};

const task = /^(?:整改目标|整改措施|整改任务|整改要求|具体措施)[：:]/u;
const other =
  /^(?:责任|牵头|配合|督导|整改|主要责任)(?:单位|部门|时限|期限)[：:]|^(?:完成|办理)时限[：:]/u;

/** Of “反馈问题：… 整改措施：…” the item begins at the goal or the measures; the problem is none. Null of other paragraphs. */
export function rectificationOf(
  text: string,
  { paragraphs, children }: Node,
): Rectification | null {
  const first = paragraphs.findIndex(({ words }) => task.test(words) && !/[：:]$/u.test(words));
  const begun = paragraphs[first];
  if (begun === undefined) return null;
  const colon = text.slice(begun.place.start, begun.place.end).search(/[：:]/u) + 1;
  const rest = paragraphs.slice(first).filter(({ words }) => !/^[^：:]{2,6}[：:]$/u.test(words));
  const closing = rest.filter(({ words }) => other.test(words)).map(({ place }) => place);
  const isLast =
    closing.length > 0 && rest.slice(-closing.length).every(({ words }) => other.test(words));
  const end = (isLast ? closing[0]?.start : rest.at(-1)?.place.end) ?? begun.place.end;
  const before = paragraphs.slice(0, first).filter(({ words }) => other.test(words));
  const others = [...before, ...takeFields(children.at(-1))];
  return {
    task: trimmed(text, { start: begun.place.start + colon, end }),
    others: others.map(({ place }) => place),
    closing: isLast ? closing : [],
  };
}

const frame = /^(?:整改|具体|工作)措施[：:]$/u;

/**
 * Owners and times above or behind several numbered measures (整改措施：1.…2.…责任单位：…) are of each of them: takes them off
 * the last, if no other has any.
 */
export function takeShared({ paragraphs, children }: Node): Place[] {
  const isAlone = children.slice(0, -1).every((each) => each.paragraphs.length === 0);
  if (!paragraphs.some(({ words }) => frame.test(words)) || !isAlone) return [];
  const above = paragraphs.filter(({ words }) => other.test(words));
  return [...above, ...takeFields(children.at(-1))].map(({ place }) => place);
}

/** Whether a line says owners or times: a label, or a bracket that is a line of its own. */
export function isField({ words }: Line): boolean {
  return other.test(words) || /^[（(〔][^。]*[）)〕]。?$/u.test(words);
}

/** Takes the owners and times of the whole off the last of its parts. */
export function takeFields(last: Node | undefined): Line[] {
  const from = last?.paragraphs.findIndex(isField) ?? -1;
  return from < 0 ? [] : (last?.paragraphs.splice(from) ?? []);
}
