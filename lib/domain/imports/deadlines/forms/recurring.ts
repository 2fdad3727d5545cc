import { day, month, readPoint, yearNumber } from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";
import { isDeliverable } from "./deliverables";
import { eventWords } from "./events";
import { type Form, type TimeFound, timeFound } from "./form";
import { rrule } from "./rrules";

const rule = "recurring";
const since = `(?:[自从]?(?<since>${yearNumber}年(?:${month}(?:${day})?)?|${month}(?:${day})?)(?:起|开始),?)?`;
const unit =
  "每(?:个|一)?(?<unit>半年|[两二三四五]年|年度?|学[期年]|季度?|[两二三]个月|月份?|半个?月|旬|周|星期|日|天|(?:\\d{1,2}|[两三五七十]{1,2})[天日])|(?<next>[次当]月)(?=(?:[12]?\\d|3[01])[日号]前)|[按逐](?<by>年度?|季度?|月|周|旬)(?!度?(?:计划|任务|目标|进度|预算|要求|安排|份|[^,。;]{0,4}分解|查账))";
const list = (each: string) => `(?:${each})(?:[、和及](?:${each}))*`;
const months = `${month}(?:${day}|上旬|中旬|下旬|底|末|初)?(?:前(?=[、和及]))?`;
const tail = [
  eventWords,
  `(?<months>${list(months)})`,
  "(?:的?第?(?<quarter>[一二三四1-4])季度)(?:底|末)?",
  "(?<edge>最后一个|第一个|首个)工作日",
  `(?:的?(?<nth>首月|第[一1三3]个月|首个月|末月|最后一个月|次月)的?)?(?<days>${list(day)})`,
  "(?<half>上半年[、和及]下半年|上半年|下半年)(?:底|末)?",
  "(?:结束|终了)后的?(?<late>\\d+|[一二三四五六七八九十]+)(?<lateUnit>个?工作日|日|天|个月)(?:以|之)?内",
  "(?<rest>年?[底末初]|结束)",
  "(?<week>[一二三四五六日天](?:[、和及]周?[一二三四五六日天])*)(?=$|[,。;、)]|前|上午|下午|报|召|开|更|向|将|由|通|调度|汇总|反馈|组织)",
].join("|");

/** 每年1月31日前, 每季度末, 每月25日前, 2022年起，每年4月底前, 每半年: again and again, as RFC 5545 says it. */
export const recurring: Form = {
  rule,
  pattern: new RegExp(
    `${since}(?:${unit})(?:的|度)?(?:${tail})?(?:至次?年?${month}(?:${day}|底)?)?(?:\\([^()]{1,20}\\))?(?<until>之前|以前|前(?![后三五十]))?`,
    "g",
  ),
  read(match, scene) {
    const said = match.groups ?? {};
    const period = (said.unit ?? said.by ?? (said.next ? "月" : ""))
      .replace(/年度$/, "年")
      .replace(/月份$/, "月")
      .replace("半个月", "半月");
    const repeats = rrule(period, said);
    if (!repeats) return null;
    const end = match.index + match[0].length;
    if (isPlain(match) && !scene.isTimeCell(match.index) && !isDeliverable(scene.text, end))
      return null;
    const first = said.since ? readPoint(said.since, scene.yearAt(match.index)?.year ?? 0) : null;
    return timeFound(rule, match, {
      ...{ kind: "recurring", rrule: repeats.rule, precision: repeats.precision },
      start: first?.from ?? null,
      amount: said.late === undefined ? null : numberOf(said.late),
      unit: lateUnits[said.lateUnit ?? ""] ?? null,
    });
  },
};

const lateUnits: Record<string, TimeFound["unit"]> = {
  ...{ 工作日: "workday", 个工作日: "workday", 日: "day", 天: "day", 个月: "month" },
};

/** 每月, 按季度: without a place within the cycle. */
function isPlain([words]: RegExpExecArray): boolean {
  return /^(?:.*年(?:起|开始),?)?(?:[每按逐](?:个|一)?(?:半年|[两二三四五]年|年度?|学[期年]|季度?|[两二三]个月|月份?|半个?月|旬|周|星期|(?:\d{1,2}|[两三五七十]{1,2})?[日天]))(?:的|度)?(?:\([^()]*\))?$/.test(
    words,
  );
}
