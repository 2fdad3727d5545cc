import { isAdverb, justBefore } from "@/lib/domain/imports/deadlines/clauses";
import {
  fresh,
  type Point,
  point,
  readPoint,
  yearNumber,
} from "@/lib/domain/imports/deadlines/points";
import { type Form, type Scene, type TimeFound, timeFound } from "./form";

const rule = "calendar-date";
/** To see what words say where no year is known; with the 29th of February. */
const anyYear = 2000;
const until =
  "(?:底?(?:之前|以前|前(?![后期述置列言沿景往端])(?![一二两三四五六七八九十\\d]+(?:个|季|年|名|位))|以内|之内|内(?![部容设外地]))|为?止)";
const tops = "(?<![达得直受延推收降升增缩压截止])[到至](?!达)";
/** 到2025年、2027年分别达到…: behind one year to be reached, another is, too. */
const besideTarget = new RegExp(`${tops}${yearNumber}年[、和]$`);
/** （星期三）下午17:30 before 前. */
const clock =
  "(?:\\((?:周|星期)[一二三四五六日天]\\))?(?:上午|中午|下午|晚上)?(?:\\d{1,2}(?:[时点]|:\\d{2})(?:\\d{1,2}分)?)?(?:下班)?(?=之前|以前|前)";

/** 2025年6月底前, 12月底前, 第三季度, 年底前, 6月上旬, 到2027年: a point or period of the calendar. */
export const calendarDates: Form = {
  rule,
  pattern: new RegExp(
    `(?<to>${tops})?${fresh}(?<point>${point})(?:${clock})?(?<until>${until})?`,
    "g",
  ),
  read(match, scene) {
    const { point: words = "", until: before } = match.groups ?? {};
    const to = match.groups?.to ?? besideTarget.exec(justBefore(scene.text, match.index))?.[0];
    const end = match.index + match[0].length;
    const year = scene.yearAt(match.index);
    const read = readPoint(words, year?.year ?? anyYear);
    if (!read || /^(?:前后|前夕|的?以来|间)/.test(scene.text.slice(end))) return null;
    if (/^起/.test(scene.text.slice(end)))
      return scene.isTimeCell(match.index) ? begun(match, read) : null;
    const isLoose = before === undefined && !isTimeByItself(match, read, to, scene);
    if (isLoose && !scene.isTimeCell(match.index)) return null;
    const isBounded = before !== undefined || read.isEnd || read.precision === "day";
    const isKnown = year !== null || saysNumber(read);
    if (!isKnown && !isBounded && !scene.isTimeCell(match.index)) return null;
    const isTarget = to !== undefined && before === undefined && read.precision !== "day";
    const kind = /全年$/.test(words) ? "range" : "date";
    return timeFound(rule, match, {
      kind: isTarget ? "target" : kind,
      start: isBounded || isTarget || !isKnown ? null : read.from,
      end: isKnown ? read.until : null,
      precision: read.precision,
      anchor: saysNumber(read) ? null : (year?.anchor ?? "year:unknown"),
    });
  },
};

/** 2025年3月起, in a time column: from then on. */
function begun(match: RegExpExecArray, { from }: Point): TimeFound {
  const found = timeFound(rule, match, { kind: "ongoing", start: from });
  return { ...found, to: found.to + 1 };
}

function saysNumber({ yearWords }: Point): boolean {
  return yearWords !== null && !/^[今明本当次来下]/.test(yearWords);
}

function isTimeByItself(
  match: RegExpExecArray,
  read: Point,
  to: string | undefined,
  { text, since, isGoal }: Scene,
): boolean {
  const from = match.index;
  const end = from + match[0].length;
  if (/^各项/.test(text.slice(end))) return false;
  // How much there is to be in a year is no day: 全年不少于24篇.
  if (
    /全年$/.test(match.groups?.point ?? "") &&
    /^(?:不[少低高]于|不超过|至少|累计)/.test(text.slice(end))
  )
    return false;
  if (to !== undefined) return true;
  if (/全年$/.test(match.groups?.point ?? "") && reaches(text, from, end)) return true;
  if (/年内$/.test(match.groups?.point ?? ""))
    return !/[两几近半数多]$/.test(justBefore(text, from));
  if (/^为[^,。;]{2,12}阶段/.test(text.slice(end))) return true;
  if (read.precision === "day") {
    if (
      /(?:截止(?:时间|日期)?(?:为|至|到|是)?|截至|定于|不迟于|不晚于)$/.test(justBefore(text, from))
    )
      return true;
    const isThatDay = /^(?:“[^”]{1,12}”)?当[天日]/.test(text.slice(end));
    return since !== null && read.until > since && (isThatDay || isAdverb(text, from, end));
  }
  if (isBesideSubject(justBefore(text, from), text.slice(end))) return true;
  if (
    isGoal &&
    /(?:^|[,。;:、\n\t])(?:[\u4e00-\u9fa5]{1,6}[省市县区州])?$/.test(justBefore(text, from)) &&
    !/^[的与和]/.test(text.slice(end))
  )
    return true;
  return isAdverb(text, from, end) || isInPair(text, from, end);
}

/** Whether a clause begins with it and says what is to reach a value: 全年接待游客突破80万人次. */
function reaches(text: string, from: number, end: number): boolean {
  return (
    /(?:^|[,。;:\n\t])$/.test(justBefore(text, from)) &&
    /^[\u4e00-\u9fa5]{2,8}(?:突破|超过|达到?|完成)\d/.test(text.slice(end))
  );
}

/** A subject may stand before it where what follows can only be a verb: 城区2026年基本消除…, 一期工程6月份上线. */
function isBesideSubject(before: string, behind: string): boolean {
  return (
    /[\u4e00-\u9fa5](?<![与和及较比同跟对按的])$/.test(before) &&
    /^(?:(?:要(?![求素点])|基本|全面|全部|力争|确保)(?!持平|相当|一致|接近)[\u4e00-\u9fa5]|(?:正式)?(?:开工|完工|竣工|封顶|投产|投用|通车|上线|启用|投入(?:运[营行]|使用))(?=[,。;、)]|$))/.test(
      behind,
    )
  );
}

/** 分别于6月底和9月底报送: two times that share what stands before and behind them. */
function isInPair(text: string, from: number, end: number): boolean {
  const behind = new RegExp(`^[和及与](?:${point})`).exec(text.slice(end, end + 24))?.[0] ?? "";
  const first = new RegExp(`${fresh}(?:${point})[和及与]$`).exec(justBefore(text, from))?.[0] ?? "";
  return behind + first !== "" && isAdverb(text, from - first.length, end + behind.length);
}

/** Whether something found may be one of several times before one 前: 6月、12月底前. */
export function isListed(found: TimeFound, text: string): boolean {
  return new RegExp(`^[、和及与](?:${point})`).test(text.slice(found.to));
}
