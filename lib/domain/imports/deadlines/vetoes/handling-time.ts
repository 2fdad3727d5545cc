import { clauseBefore, justBefore } from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

const handled =
  /^[^。;]{0,12}?(?:办结|办理(?!情况|结果|方案|进展|意见|工作|报告|落实)|办好|办成|办妥|受理(?!情况|中心|平台)|(?:完成|予以)审[批核查]|审[批核查]完|审结|准予|作出[^,。;]{0,10}(?:决定|答复)|兑现|兑付|拨付|放款|核发|发证|出证|领取|开办|出具|到账|答复|响应|送达|告知)/;
const shortened =
  /(?:实行(?:\d+个?(?:工作)?日内[^,。;、]{1,6}、)?|(?:压缩|缩短|压减|控制|精简|减少|降|提速|稳定|延长)[^,。;]{0,8}(?:至|到|在|为)|限时|承诺)$/;

/** 请县财政局在5个工作日内拨付: somebody is asked to, once. */
const asked = /请[^,。;]{2,40}[在于]$/;

/** 3日内办结, 压缩至5个工作日内: a promised handling time of a service. What the units are given to answer (收到交办单之日起) is none. */
export const handlingTime: Veto = {
  rule: "handling-time",
  applies: ({ kind, from, to, anchor }, { text }) =>
    kind === "relative" &&
    anchor !== "印发" &&
    anchor !== "收到" &&
    !asked.test(clauseBefore(text, from)) &&
    (shortened.test(justBefore(text, from)) || handled.test(text.slice(to))),
};
