import { year } from "@/lib/domain/imports/deadlines/points";
import { type Form, timeFound } from "./form";

const rule = "event";
const event =
  "春节|元旦|清明节?|五一|劳动节|端午节?|国庆节?|中秋节?|两节|主?汛期|采暖期|采暖季|供暖期|供暖季|供热期|供热季|取暖季|秋冬季|冬季|冬春季?|雨季|" +
  "凌汛期|防火期|春耕|春播|秋收|秋播|三夏|三秋|春运|暑运|暑期|暑假|寒假|高考|中考|(?:毕业生)?离校|放(?:暑|寒)假|春季开学|秋季开学|开学|秋季学期|春季学期|新学年|" +
  "入汛|汛|供暖|供热|采暖|高温季节?|高温天气|台风季|入冬|入夏|上冻|封冻|土壤封冻|人代会|两会|学期|学年";
const comes = "(?:假期|长假)?(?:开始|结束|到来|来临|开学|召开)?";

/** 采暖季前, 汛期来临前, as the source of a pattern. */
export const eventWords = `“?(?:${event})”?(?:、“?(?:${event})”?)*(?:等(?:重[大要])?(?:法定)?(?:节日|节假日|假期|长假|时段)?)?${comes}(?:之前|以前|前)(?![后期夕述置能])`;

/** In a time column a term of the school and whatever stands before 前, if it is no time itself: 秋季学期, 预算编制前. */
const anyEvent =
  "(?<any>[\\u4e00-\\u9fa5]{2,10}(?<![年月日号旬底末初度半之以])前(?=$|[,;。)])|[春秋]季(?:学期|开学)(?=$|[,;。)]))";

/** 采暖季前, 汛期来临前, 2025年春节前: before something whose day the document does not say. */
export const events: Form = {
  rule,
  pattern: new RegExp(`(?:${year}的?)?(?:下个?|本)?(?:${eventWords}|${anyEvent})`, "g"),
  read: (match, scene) =>
    match.groups?.any === undefined || scene.isTimeCell(match.index)
      ? timeFound(rule, match, { kind: "event" })
      : null,
};
