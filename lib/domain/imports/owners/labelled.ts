import { assignmentOf, carriedOut } from "./assignment";
import type { Part, Reading } from "./reading";
import { placeOf, type Stretch, sub } from "./stretch";

const unit = "(?:责任|负责|实施)?(?:单位|部门|主体|机构|科室|处室|方)?";
const labels: [Part, string][] = [
  ["lead", `(?:第[一二三]|共同)?(?:总牵头|牵头|主办|主责|主管|主要责任|第一责任)${unit}`],
  ["helping", `(?:配合|协办|会办|协同|协助|协作|参与|参加|支持|指导|督导|联合)${unit}`],
  ["implementing", "(?:实施主体|建设主体|申报主体|建设单位|应用单位)"],
  [
    "responsible",
    "(?:属地|监管|主体)?责任|(?:市级|省级|县级|区级|市直|省直)?(?:责任|负责|实施|落实|承办|完成|承担|执行|具体负责)(?:单位|部门|主体|机构|地区|区域|方)(?:和?分工|及分工)?|(?:责任|任务|职责|部门|工作)分工|责任落实",
  ],
];
/** What else a line says of an item, ending the list before it. */
const others =
  "(?:责任|牵头|分管|包保|包抓|挂包|市级|市|主管|主要)?(?:市?领导|负责人|责任人|负责同志|领导同志|联系人|联系电话)|完成(?:时限|时间|期限)|(?:整改|办结|工作|起止|办理)?(?:时限|时间|期限)(?:要求)?|进度安排|时间节点|备注|(?:验收|销号|监督)(?:销号)?(?:单位|部门)|(?:适用|推广|实施|试点)范围|工作目标|目标任务|工作措施|整改措施|主要内容";
const label = new RegExp(
  `(?:${labels.map(([part, words]) => `(?<${part}>${words})`).join("|")}|(?<office>责任(?:处室|科室|股室))|(?<other>${others}))(?:（[^（）]{1,6}）)?(?:：|为(?!(?:总?牵头|主办|主责|责任)(?:单位|部门))(?=[\u4e00-\u9fa5]))`,
  "gu",
);

/** 责任单位：…, 牵头单位：…；配合单位：…; null where the stretch has no such label. A list ends with its sentence. */
export function labelledReading(stretch: Stretch): Reading | null {
  const found = [...stretch.words.matchAll(label)].filter(({ index }) => isApart(stretch, index));
  // Behind a unit its office is none of the owners; else it is the first of them.
  const unitAt = found.find(({ groups }) => !groups?.other && !groups?.office && !groups?.helping);
  const partOf = ({ index, groups }: RegExpExecArray): Part | undefined =>
    groups?.office && index < (unitAt?.index ?? Number.POSITIVE_INFINITY)
      ? "responsible"
      : labels.find(([part]) => groups?.[part])?.[0];
  const first = found.find((each) => partOf(each));
  if (!first) return null;
  const readings = { mentions: [], isOpenEnded: false } as Pick<
    Reading,
    "mentions" | "isOpenEnded"
  >;
  const hasLead = found.some(({ groups }) => groups?.lead);
  let end = first.index;
  for (const [i, each] of found.entries()) {
    const { index, 0: words } = each;
    const said = partOf(each);
    if (!said) continue;
    const until = found[i + 1]?.index ?? stretch.words.length;
    const list = untilSentence(sub(stretch, index + words.length, until));
    const part = said === "responsible" && hasLead ? "helping" : said;
    const { mentions, isOpenEnded } = assignmentOf(list, part);
    const isBeside = part !== said;
    readings.mentions.push(...(isBeside ? mentions.map(carriedOut) : mentions));
    readings.isOpenEnded ||= isOpenEnded;
    end = Math.max(end, index + words.length + list.words.length);
  }
  return { rule: "labelled", ...readings, verbatim: placeOf(sub(stretch, first.index, end)) };
}

/** A label is no end of a longer word (第一|牵头单位): it begins a clause, or stands behind a space. */
function isApart({ words, at }: Stretch, index: number): boolean {
  if (!/[\u4e00-\u9fa5]/u.test(words[index - 1] ?? "")) return true;
  return (at[index] ?? 0) - (at[index - 1] ?? 0) > 1;
}

function untilSentence(list: Stretch): Stretch {
  const end = /[。\n！？]/u.exec(list.words)?.index;
  return end === undefined ? list : sub(list, 0, end);
}
