import type { Line } from "./lines";
import { isOwnersAlone } from "./owners-alone";

/** What an unnumbered paragraph is by its form: only “text” can hold something to do. */
export type LineKind =
  | "text"
  | "heading"
  | "number"
  | "addressee"
  | "date"
  | "note"
  | "annex_list"
  | "distribution"
  | "validity";

const year = "(?:[12][0-9]{3}|[〇○零OoО一二三四五六七八九]{4})";
const dateLine = new RegExp(
  `^${year}年[0-9〇○一二三四五六七八九十]{1,3}月[0-9〇○一二三四五六七八九十]{1,3}日$`,
  "u",
);
const number = /^[^，。；：]{1,16}[〔[（(【][12][0-9]{3}[〕\]）)】]第?[0-9]{1,5}号$/u;
const distribution =
  /^(?:出席|列席|参会人员|参加人员|缺席|请假|抄送|主送|分送|抄报|报送|发送|联系人|联系电话|联系方式|咨询电话|政策咨询|传真|电子邮箱|信息公开选项|主题词|来源|责任编辑|编辑|审核)[：:]|印发$/u;
const validity =
  /^(?:施行说明|本(?:意见|方案|通知|办法|计划|规定|行动方案|行动计划|实施方案|措施|政策|文件|若干措施|细则)(?:中有关政策内容)?(?:自|由|有效期|从|以|的解释|未尽事宜)|(?:本)?(?:政策|措施)(?:具体)?(?:实施|执行)期限)/u;

/** The kind of an unnumbered paragraph, by its form alone. */
export function lineKind({ words }: Line): LineKind {
  const folded = words.normalize("NFKC");
  if (dateLine.test(folded)) return "date";
  if (number.test(folded.replace(/\[/gu, "〔").replace(/\]/gu, "〕"))) return "number";
  if (/^附(?:件|表)[0-9]{0,2}[：:]/u.test(folded)) return "annex_list";
  if (isOwnersAlone(words)) return "text";
  if (/^[（(][^（()）]{2,40}[）)]$|^(?:备?注|附注)[0-9]*[：:]/u.test(words)) return "note";
  if (words.length <= 90 && distribution.test(words)) return "distribution";
  if (validity.test(words)) return "validity";
  if (isAddressee(words)) return "addressee";
  if (/[：:]$/u.test(words) && words.length > 12) return "text";
  if (words.length <= 60 && !/[。；;！!？?]$/u.test(words) && !/[。；]/u.test(words))
    return "heading";
  return "text";
}

/** “各省、自治区、直辖市人民政府，国务院各部委：” */
function isAddressee(words: string): boolean {
  if (!/[：:]$/u.test(words) || /[。；]/u.test(words)) return false;
  return (
    /^(?:各|[^，。]{2,20}(?:人民政府|办公[厅室]|[局委部院厅办会司署行社]|公司|单位|总部))/u.test(
      words,
    ) && !/(?:如下|以下|下列|通知|意见)[^，。]{0,12}[：:]$/u.test(words)
  );
}

/** Whether a line names who signed: short, no punctuation, an office. */
export function isSignature({ words, label }: Line): boolean {
  return (
    label === null &&
    words.length <= 60 &&
    !/[，。；：、！？]$|[。；：]/u.test(words) &&
    words.length >= 2
  );
}
