import { orderingVerbs } from "@/lib/domain/imports/kinds/directive-verb";

// Where a time stands in its sentence: what is before it and behind it within the clause. No clause that means anything is
// longer than `reach`, so a text without any punctuation costs no more.

const reach = 400;
const clauseEnds = new Set(",。;:!?、\n\t()");
const sentenceEnds = new Set("。;!?\n\t");

/** What stands before a sign, back to the beginning of its clause. */
export function clauseBefore(text: string, at: number): string {
  return backTo(clauseEnds, text, at);
}

/** What stands before a sign, back to the beginning of its sentence. */
export function sentenceBefore(text: string, at: number): string {
  return backTo(sentenceEnds, text, at);
}

/** What stands right before a sign, for a pattern that ends there. */
export function justBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - reach), at);
}

/** What stands from a sign on, up to the end of its clause. */
export function clauseAfter(text: string, at: number): string {
  return /^[^,。;:!?\n\t()]*/.exec(text.slice(at, at + reach))?.[0] ?? "";
}

/** What stands from a sign on, up to the end of its sentence. */
export function sentenceAfter(text: string, at: number): string {
  return /^[^。;!?\n\t]*/.exec(text.slice(at, at + reach))?.[0] ?? "";
}

/** Back to, and without, the nearest of these signs. */
export function backTo(ends: ReadonlySet<string>, text: string, at: number): string {
  let from = at;
  while (from > Math.max(0, at - reach) && !ends.has(text[from - 1] ?? "")) from -= 1;
  return text.slice(from, at);
}

const verbs =
  "逐[一项步级]|完成|建成|建立|建设|建好|实现|达到|力争|争取|确保|启动|开始|开展|组织|制定|出台|印发|形成|基本|全面|全部|全市|全省|全县|全区|" +
  "新建|新增|新改|改造|改建|培育|打造|实施|推进|推动|投入|投产|投用|投运|开工|竣工|落实|举办|召开|发布|公布|公开|报送|上报|提交|提请|提出|" +
  "汇总|总结|通报|评估|考核|考评|验收|检查|督查|抽查|由|将|各|我|先行|率先|力|编制|修订|设立|组建|选树|遴选|评选|上线|运行|使用|试点|" +
  "覆盖|消除|淘汰|关停|拆除|整改|整治|清理|清零|销号|办|取得|开放|开通|引进|引育|集聚|支持|安排|分|再|累计|达|超过|超|突破|下降|增长|提高|" +
  "提升|控制|保持|不低于|不少于|不超过|对|要|应|须|正式|陆续|集中|逐步|初步|交付|试运行|完工|封顶|贯通|通车|入库|到位|下达|" +
  "拨付|搬迁|挂牌|达产|招标|首批|搭建|推广|梳理|排查|摸排|研究|起草|报|征求|审议|申报|认定|招引|签约|新签|接入|联通|归集|创建|巩固|扩大|压减|削减|更新|种植|" +
  "在(?!职|岗|校|册|建|编|库|读|地)|计划(?=完成|新建|实施|建设|投资|改造|启动)|重点(?=推进|实施|建设|开展|抓|做)|拟|修复|治理|建|补齐|健全|完善|构建|优化|加快|组建|选派|培训|培养|发展|至少|市|省|县|区|国家";
// A short subject may stand between: 9月份主体封顶.
const done = "[\u4e00-\u9fa5]{0,6}(?:封顶|完工|竣工|开工|投产|投用|通车|启用|到位)(?=[,。;、)]|$)";
const verbNext = new RegExp(
  `^(?![省市县区]?《)(?:,|、|;|。|:|\\)|\\n|\\t|$|左右|${verbs}|${orderingVerbs}|${done})`,
);
const openBefore = /(?:^|[,。;:!?、\n\t(“])$/;
const leadBefore =
  /(?:于|在|力争|争取|确保|努力|原则上|计划|拟|将|其中|截止(?:时间|日期)?为?|定于|最[迟晚]|[至不][迟晚]于?|不(?:得|能)?超过|至|并|且|各?项目|分别|决定)$/;

/** Whether a time without 前 or 内 says when something is done (上半年完成…), and is not part of a name (年底效能考核). */
export function isAdverb(text: string, from: number, to: number): boolean {
  const before = justBefore(text, from);
  if (/(?:力争|争取)$/.test(before)) return /^[\u4e00-\u9fa5](?!的)/.test(text.slice(to));
  if (!openBefore.test(before) && !leadBefore.test(before)) return false;
  return verbNext.test(text.slice(to));
}

/** Whether words before a bracket name a stage of the work (动员部署阶段, 第二步, 总结验收), and no plan (“英才计划”). */
export function namesStage(words: string): boolean {
  if (/(?:[”》」]|计划|规划|纲要|方案|行动|工程)\(?$/.test(words)) return false;
  return /阶段|第[一二三四五]步|时间|部署|启动|动员|自查|排查|摸底|摸排|整改|整治|总结|验收|实施|推进|检查|评估|攻坚|提升|巩固|宣传|发动|收尾|试点|推广/.test(
    words,
  );
}
