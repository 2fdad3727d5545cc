import { clauseAfter } from "@/lib/domain/imports/deadlines/clauses";
import {
  day,
  dayOf,
  month,
  type Precision,
  yearNumber,
} from "@/lib/domain/imports/deadlines/points";
import { numberOf } from "@/lib/domain/imports/numerals";
import { type Form, type Scene, timeFound } from "./form";

const rule = "recurring";
const since = `(?:[自从]?(?<since>${yearNumber})年(?:起|开始),?)?`;
const unit =
  "每(?:个|一)?(?<unit>半年|[两二三四五]年|年度?|季度?|[两二三]个月|月份?|半月|旬|周|星期|日|天)|(?<next>[次当]月)(?=(?:[12]?\\d|3[01])[日号]前)|[按逐](?<by>年度?|季度?|月|周|旬)(?=[^,。;]{0,10}(?:报|调度|通报|发布|公布|公开|更新|评估|考核|督查|检查))";
const list = (each: string) => `(?:${each})(?:[、和及](?:${each}))*`;
const tail = [
  `(?<months>${list(`${month}(?:${day}|上旬|中旬|下旬|底|末|初)?`)})`,
  `(?:的?(?<nth>首月|第一个月|首个月|末月|最后一个月|次月))?(?<days>${list(day)})`,
  "(?<half>上半年|下半年)(?:底|末)?",
  "(?:结束|终了)后的?(?<late>\\d+|[一二三四五六七八九十]+)个?(?<lateUnit>工作日|日|天)(?:以|之)?内",
  "(?<rest>年?[底末初]|结束)",
  "(?<week>[一二三四五六日天])(?=[,。;、]|前|上午|下午|报|召|开|更)",
].join("|");

/** 每年1月31日前, 每季度末, 每月25日前, 2022年起，每年4月底前, 每半年: again and again, as RFC 5545 says it. */
export const recurring: Form = {
  rule,
  pattern: new RegExp(
    `${since}(?:${unit})(?:的|度)?(?:${tail})?(?:至次?年?${month})?(?<until>之前|以前|前(?![后三五十]))?`,
    "g",
  ),
  read(match, scene) {
    const said = match.groups ?? {};
    const period = (said.unit ?? said.by ?? (said.next ? "月" : ""))
      .replace(/年度$/, "年")
      .replace(/月份$/, "月");
    const repeats = rrule(period, said);
    if (!repeats) return null;
    const isPlain = !(said.months ?? said.days ?? said.half ?? said.rest ?? said.week ?? said.late);
    if (isPlain && !scene.isTimeCell(match.index) && !isDeliverable(match, scene)) return null;
    const first = said.since === undefined ? null : numberOf(said.since);
    return timeFound(rule, match, {
      ...{ kind: "recurring", rrule: repeats.rule, precision: repeats.precision },
      start: first === null ? null : dayOf(first, 1, 1),
      amount: said.late === undefined ? null : numberOf(said.late),
      unit: said.late === undefined ? null : said.lateUnit === "工作日" ? "workday" : "day",
    });
  },
};

const deliverables =
  "发布|公布|公开|公示|报送|上报|报告|报|通报|检查|巡查|督查|督导|抽查|排查|调度|评估|评价|考核|考评|测评|遴选|评选|选树|召开|举办|组织|开展|更新|" +
  "汇总|总结|研究|听取|会商|监测|演练|体检|清理|核查|统计|编制|制定|印发|推送|征集|认定|调整|修订|分析|曝光|反馈|走访|普查|审计|梳理|" +
  "一次|1次|一轮|[一二两三\\d]+次|一期|一报|一调度|一通报|推出|实施|进行|提交|提出|集中|委托|联合|对|对接|轮训|复核|审核|回头看|开工";
const quotas =
  "最高|最多|不超过|总额|享受|给予|补贴|补助|奖励|新增|培育|新建|引进|引育|安排|支持|建设|增长|递增|提高|下降|减少|降低|投入|招收|招聘|" +
  "培养|改造|超过|达到|完成|发放|缴纳|收取|扣除|生产|处理|接待|力争|保持|控制|每人|每户|元";
const first = new RegExp(`(?<deliverable>${deliverables})|(?<quota>${quotas})`);

/** Whether what is repeated is something to hand in or to carry out (发布, 检查, 遴选), and no amount. */
function isDeliverable(match: RegExpExecArray, { text }: Scene): boolean {
  const after = clauseAfter(text, match.index + match[0].length);
  const found = first.exec(after)?.groups;
  if (found?.deliverable === undefined) return false;
  return !/(?:人次|万人|万元|亿元)/.test(after);
}

type Said = Record<string, string | undefined>;
type Repeats = { rule: string; precision: Precision };

function rrule(period: string, said: Said): Repeats | null {
  if (/年$/.test(period) && period !== "半年") return yearly(period, said);
  switch (period) {
    case "半年":
      return said.rest || said.until
        ? { rule: "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", precision: "half" }
        : { rule: "FREQ=MONTHLY;INTERVAL=6", precision: "half" };
    case "季度":
    case "季":
      return quarterly(said);
    case "月":
      return monthly("FREQ=MONTHLY", said);
    case "半月":
      return { rule: "FREQ=MONTHLY;BYMONTHDAY=15,-1", precision: "day" };
    case "旬":
      return { rule: "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", precision: "ten_day" };
    case "周":
    case "星期":
      return weekly(said);
    case "日":
    case "天":
      return { rule: "FREQ=DAILY", precision: "day" };
    default: {
      const every = numberOf(period.replace(/个月$/, ""));
      return every === null ? null : monthly(`FREQ=MONTHLY;INTERVAL=${every}`, said);
    }
  }
}

function yearly(period: string, { months, rest, half, until }: Said): Repeats {
  const every = period === "年" ? null : numberOf(period.replace(/年$/, ""));
  const base = every === null ? "FREQ=YEARLY" : `FREQ=YEARLY;INTERVAL=${every}`;
  if (months !== undefined) return inMonths(base, months, until !== undefined);
  if (half !== undefined)
    return {
      rule: `${base};BYMONTH=${half === "上半年" ? 6 : 12};BYMONTHDAY=-1`,
      precision: "half",
    };
  if (rest === undefined) return { rule: base, precision: "year" };
  if (/初$/.test(rest)) return { rule: `${base};BYMONTH=1`, precision: "month" };
  return { rule: `${base};BYMONTH=12;BYMONTHDAY=-1`, precision: "year" };
}

const ends: Record<string, number> = { 上旬: 10, 初: 10, 中旬: 20, 下旬: -1, 底: -1, 末: -1 };

function inMonths(base: string, words: string, isBefore: boolean): Repeats {
  const each = words.split(/[、和及]/).map((one) => {
    const [, m = "", rest = ""] = /^(.*?)月份?(.*)$/.exec(one) ?? [];
    const d = ends[rest] ?? numberOf(rest.replace(/[日号]$/, "")) ?? (isBefore ? -1 : null);
    return { month: numberOf(m) ?? 0, day: d, isDay: /[日号]$/.test(rest) };
  });
  const byMonth = each.map((one) => one.month).join(",");
  const day = each.findLast((one) => one.day !== null)?.day ?? null;
  return {
    rule: `${base};BYMONTH=${byMonth}${day === null ? "" : `;BYMONTHDAY=${day}`}`,
    precision: each.some(({ isDay }) => isDay) ? "day" : "month",
  };
}

function quarterly({ nth, days, rest, until }: Said): Repeats {
  const precision = days === undefined ? "quarter" : "day";
  const lastMonths = "FREQ=MONTHLY;BYMONTH=3,6,9,12";
  if (days !== undefined) {
    const by = `BYMONTHDAY=${daysOf(days)}`;
    if (nth === undefined) return { rule: `FREQ=MONTHLY;INTERVAL=3;${by}`, precision };
    const isLast = /末|最后/.test(nth);
    return { rule: `${isLast ? lastMonths : "FREQ=MONTHLY;BYMONTH=1,4,7,10"};${by}`, precision };
  }
  if (rest !== undefined && !/初/.test(rest))
    return { rule: `${lastMonths};BYMONTHDAY=-1`, precision };
  if (until !== undefined) return { rule: `${lastMonths};BYMONTHDAY=-1`, precision };
  return { rule: "FREQ=MONTHLY;INTERVAL=3", precision };
}

function monthly(base: string, { days, rest }: Said): Repeats {
  if (days !== undefined) return { rule: `${base};BYMONTHDAY=${daysOf(days)}`, precision: "day" };
  if (rest !== undefined && !/初/.test(rest))
    return { rule: `${base};BYMONTHDAY=-1`, precision: "month" };
  return { rule: base, precision: "month" };
}

const weekdays: Record<string, string> = {
  ...{ 一: "MO", 二: "TU", 三: "WE", 四: "TH", 五: "FR", 六: "SA", 日: "SU", 天: "SU" },
};

function weekly({ week }: Said): Repeats {
  const by = week === undefined ? undefined : weekdays[week];
  return { rule: by === undefined ? "FREQ=WEEKLY" : `FREQ=WEEKLY;BYDAY=${by}`, precision: "day" };
}

function daysOf(words: string): string {
  return words
    .split(/[、和及]/)
    .map((one) => numberOf(one.replace(/[日号]$/, "")))
    .join(",");
}
