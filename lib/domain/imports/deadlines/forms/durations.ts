import { justBefore } from "@/lib/domain/imports/deadlines/clauses";
import { type Form, type Scene, timeFound } from "./form";
import { precisionOf, type Span, span, spanOf } from "./spans";

const rule = "duration";

/** 为期4个月, 用3年时间, 3个月 alone in a time column: how long it takes; without a start its days are not known. */
export const durations: Form = {
  rule,
  pattern: new RegExp(
    `(?<said>为期|历时|(?:用|利用|通过|经过|力争)(?=[^,。;]{1,6}时间))?${span}(?:左右)?(?:的?时间)?`,
    "g",
  ),
  read(match, scene) {
    const found = spanOf(match);
    if (!found) return null;
    const behind = scene.text.slice(match.index + match[0].length);
    if (match.groups?.said === undefined ? !isWholeCell(match, scene) : isGathering(found))
      return null;
    if (/^的[^,。;]{0,8}(?:培训|辅导|课程|实训|实习|陪跑|孵化|服务|住宿|展)/.test(behind))
      return null;
    return timeFound(rule, match, { kind: "relative", precision: precisionOf(found), ...found });
  },
};

/** A training or fair of some days (为期2天的培训) is no campaign. */
function isGathering({ amount, unit }: Span): boolean {
  return (unit === "day" || unit === "workday") && amount < 15;
}

function isWholeCell(match: RegExpExecArray, { text, isTimeCell }: Scene): boolean {
  return (
    isTimeCell(match.index) &&
    !/日$/.test(match.groups?.unit ?? "") &&
    /(?:^|[,;:])$/.test(justBefore(text, match.index)) &&
    /^(?:$|[,;。)])/.test(text.slice(match.index + match[0].length))
  );
}
