import {
  clauseBefore,
  sentenceAfter,
  sentenceBefore,
} from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

const wordsOf = (found: { from: number; to: number }, text: string) =>
  text.slice(found.from, found.to);

/** The years of a name: 《法治政府建设实施纲要（2015—2020年）》. */
export const inName: Veto = {
  rule: "in-name",
  applies: ({ from }, { text }) => {
    const before = text.slice(0, from);
    return before.lastIndexOf("《") > before.lastIndexOf("》");
  },
};

/** 国家扶贫日前后: an activity only goes around it. */
export const around: Veto = {
  rule: "around",
  applies: ({ to, from }, { text }) =>
    /^[前]?后(?![,])/.test(text.slice(to)) && /前$|日$/.test(wordsOf({ from, to }, text)),
};

/** 有效期至, 自…起施行, 延长至, 执行至: how long a rule holds. */
export const validity: Veto = {
  rule: "validity",
  applies: ({ from, to }, { text }) =>
    /有效期|执行期|试行期|政策期|延长|延续|顺延|施行期|执行[到至]|期限为?$|使用年限|服务期|质保期|保质期|合同期|任期|聘期|宽限期|过渡期/.test(
      clauseBefore(text, from) + wordsOf({ from, to }, text),
    ) ||
    /^(?:止|废止|失效|到期|届满)/.test(text.slice(to)) ||
    /^,?[^,。;]{0,12}(?:减半征收|免征|减征|免收|减按|阶段性降低|继续执行|有效)/.test(
      text.slice(to),
    ) ||
    /^[^,。;]{0,6}起(?:施行|实施|执行|生效|试行)/.test(text.slice(to)),
};

/** 毕业2年内, 离校5年内, 2000年底前建成的: who or what is meant. */
export const eligibility: Veto = {
  rule: "eligibility",
  applies: ({ from, to, kind }, { text }) => {
    const before = clauseBefore(text, from);
    if (
      kind === "relative" &&
      /(?:毕业|离校|退役|退休|退出|入职|入驻|注册|成立|登记|获得|取得|获批|认定|引进|落户|到期|失业|投产|开业|创业|出资|上市|刑满|出狱|脱贫|设立|迁入|就业)(?:之日起?|后|起)?$/.test(
        before,
      )
    )
      return true;
    if (
      kind === "relative" &&
      /申请人|当事人|用人单位|参保人|纳税人|相对人|投标人|中标人/.test(before)
    )
      return true;
    return /^(?:[^,。;]{0,12})(?:建成|竣工|投运|投产|发生|形成|产生|纳入|符合|享受|出生|毕业|取得|注册|登记|成立|入职|在册|已建|立项|开工|备案|批准|购买|签订|参加工作)[^,。;]{0,6}的/.test(
      text.slice(to),
    );
  },
};

const handled =
  /^[^。;]{0,12}?(?:办结|办理完|办理|办好|办成|办妥|受理|审批|审结|审核完|完成审[批核查]|准予|作出[^,。;]{0,10}(?:决定|答复)|兑现|兑付|拨付|放款|核发|发证|出证|领取|开办|出具|到账|答复|响应|送达|告知)/;

/** 3日内办结, 压缩至5个工作日内: a promised handling time of a service. */
export const handlingTime: Veto = {
  rule: "handling-time",
  applies: ({ kind, from, to, anchor }, { text }) => {
    if (kind !== "relative" || anchor === "印发" || anchor === "收到") return false;
    if (
      /(?:压缩|缩短|压减|控制|精简|限时|减少|降|承诺|提速|稳定|延长)[^,。;]{0,8}(?:至|到|在|为)?$/.test(
        clauseBefore(text, from),
      )
    )
      return true;
    return handled.test(text.slice(to));
  },
};

/** 2024年…增长5.6%, 截至2025年6月底，已…, 十三五以来: what has been. */
export const past: Veto = {
  rule: "past",
  applies: ({ from, to, end, kind }, { text, datedOn }) => {
    const after = sentenceAfter(text, to);
    if (/^的?以来/.test(after)) return true;
    const isOver = end !== null && datedOn !== null && end < datedOn;
    if (
      /截至$|截止$/.test(text.slice(0, from)) &&
      (isOver || /^,?[^,]{0,12}(?:已|共|累计)/.test(after))
    )
      return true;
    if (
      /^,?[^,。;]{0,8}(?:已经|已(?!完工|有)|完成了|召开了|发生|印发了|反馈了)/.test(after) &&
      (end === null || isOver || datedOn === null)
    )
      return true;
    if (!isOver || kind === "recurring") return false;
    return !/前$/.test(wordsOf({ from, to }, text)) || monthsOver(end, datedOn) >= 6;
  },
};

function monthsOver(end: string, datedOn: string): number {
  return (Date.parse(datedOn) - Date.parse(end)) / (30 * 86_400_000);
}

/** 较2020年, 2020年基础上, 以2025年为基期: what a change is measured by. */
export const baseline: Veto = {
  rule: "baseline",
  applies: ({ from, to }, { text }) =>
    /(?:较|比|相对|相对于|以|根据|依据|按照|按|参照|对照|超过|优于|恢复到|相较于?|高于|低于|不低于)$/.test(
      text.slice(0, from),
    ) || /^(?:的?基础|基数|水平|为基|相比|同期|相当|持平|的?基准)/.test(text.slice(to)),
};

/** 预计到2027年，市场规模…: nobody has to see to it. */
export const forecast: Veto = {
  rule: "forecast",
  applies: ({ from }, { text }) =>
    /(?:预计|预测|预期|据测算|有望)[^。;]{0,12}$/.test(sentenceBefore(text, from)),
};

/** 2018年修订, 2020年5月28日…通过, 2015年印发的: when a rule was made. */
export const enactment: Veto = {
  rule: "enactment",
  applies: ({ kind, from, to }, { text }) =>
    kind !== "relative" &&
    !/[前内]$/.test(wordsOf({ from, to }, text)) &&
    /^(?:[^,。;)]{0,14}?(?:通过\)|(?:颁布|公布|发布|印发|出台|制定|批准)的|令第)|(?:第[^,。;)]{1,3}次)?(?:修订|修正)|年?版)/.test(
      text.slice(to),
    ),
};

/** In running text, any of these. */
export const vetoes: readonly Veto[] = [
  ...[inName, around, validity, eligibility, handlingTime, past, baseline, forecast, enactment],
];
