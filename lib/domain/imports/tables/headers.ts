import type { ColumnRole } from "@/lib/domain/imports/candidates";
import { bare } from "@/lib/domain/imports/structure/lines";
import { plainWords } from "@/lib/domain/texts";

/** What a column is for, by the words at its head; the first rule that fits says. */
const rules: [ColumnRole, RegExp][] = [
  ["number", /^(?:序号|编号|序|号|no\.?|项目编号|任务编号)$/iu],
  ["quote", /^(?:文件)?(?:原文|条款)(?:条款|原文|内容|摘录)?$/u],
  ["kind", /^(?:任务|事项|工作)?类别$/u],
  ["progress", /进展|完成情况|落实情况|推进情况|执行情况|是否完成|销号/u],
  [
    "note",
    /备注|说明|^(?!.*(?:牵头|责任|主办)单位).*责任人|^(?!.*(?:牵头|责任|主办)单位).*领导|联系人|电话|^(?!.*(?:牵头|责任|主办)单位).*负责人|依据|来源|佐证|成果形式|^(?:监督|督办|验收|销号|考核|评分)(?:单位|部门)$/u,
  ],
  [
    "deadline",
    /时限|期限|完成时间|时间安排|时间节点|时间要求|时间进度|进度安排|截止|完成日期|^时间$|时间$|节点(?:目标|安排|计划|要求)?$|(?:推进|进度|时间)计划$/u,
  ],
  ["cooperating", /配合|协办|会办|协同|参与|参加|协作|(?:指导|督导|督促)(?:单位|部门)/u],
  ["lead", /牵头|主办|主责|第一责任|总负责/u],
  [
    "implementing",
    /实施(?:主体|单位)|建设单位|承担单位|落实(?:单位|部门|主体)|应用单位|项目(?:业主|单位)|执行单位/u,
  ],
  [
    "owners",
    /责任(?:分工|单位|部门|主体|科室|股室|处室)|分工|负责(?:单位|部门)|承办(?:单位|部门)?|主管部门|单位$|部门$/u,
  ],
  ["problem", /问题|现状|差距|不足/u],
  [
    "title",
    /^(?:整改目标|(?:改革|创新|推广|试点)(?:事项|举措|措施|经验)(?:名称)?|任务名称|事项名称|项目名称|措施名称|(?:工作|重点|主要|改革|整改)?(?:任务|事项|项目)|工作(?:任务|事项)|(?:任务|工作)(?:事项|项目)|(?:民生)?实事(?:项目)?)$/u,
  ],
  ["group", /板块|方向|领域|类别|类型|分类|一级|大项|方面|专题|专项|目标类/u],
  ["content", /内容|措施|举措|任务|事项|要求|做法|目标|工作|项目/u],
];

/** The role of a column by the words of its head, or null. */
export function roleOf(head: string): ColumnRole | null {
  const words = plainWords(head);
  if (words === "" || words.length > 24) return null;
  return rules.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Whether the heads are those of a table of indicators. */
export function isIndicatorHead(heads: readonly string[]): boolean {
  const words = heads.map(bare);
  return (
    words.some((head) => /指标/u.test(head)) &&
    words.some((head) => /目标|[12][0-9]{3}年/u.test(head)) &&
    !words.some((head) => /牵头|责任|完成时限|措施/u.test(head))
  );
}
