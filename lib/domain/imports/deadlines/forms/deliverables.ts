import { clauseAfter } from "@/lib/domain/imports/deadlines/clauses";

const deliverables =
  "发布|公布|公开|公示|报送|上报|报告|报|通报|检查|巡查|督查|督导|抽查|抽测|排查|调度|评估|评价|考核|考评|测评|遴选|评选|选树|召开|举办|组织|开展|更新|" +
  "汇总|总结|研究|听取|会商|监测|演练|体检|清理|核查|统计|编制|制定|印发|推送|征集|认定|调整|修订|分析|曝光|反馈|走访|普查|审计|梳理|" +
  "一次|1次|一轮|[一二两三\\d]+次|一期|一报|一调度|一通报|推出|实施|进行|提交|提出|集中|委托|联合|对|对接|轮训|复核|审核|回头看|开工";
const quotas =
  "最高|最多|申报|不超过|总额|享受|给予|补贴|补助|奖励|新增|培育|新建|引进|引育|安排|支持|建设|增长|递增|提高|下降|减少|降低|投入|招收|招聘|" +
  "培养|改造|超过|达到|完成|发放|缴纳|收取|扣除|生产|处理|接待|力争|保持|控制|每人|每户|元";
const first = new RegExp(`(?<deliverable>${deliverables})|(?<quota>${quotas})`);

/** 每年组织实施项目100项以上: of what is only carried out so many are a quota. */
const generic = /^(?:组织|实施|开展|推出|进行|集中|举办)$/;
const many = /(?:不少于|不低于|至少)\d+[项个家户名场]|\d+多?[项个家户名场]以上/;

/** 向县住房城乡建设局报送: the name of whom it is handed to says nothing of what is done. */
const receiver = /^向[^,。;]*?[局委办厅部院府会室](?=报|通报|提交|反馈|推送)/;

/** Whether what is repeated, behind 每月 and the like, is something to hand in or to carry out (发布, 检查, 遴选), and no amount. */
export function isDeliverable(text: string, at: number): boolean {
  const after = clauseAfter(text, at).replace(receiver, "");
  const found = first.exec(after)?.groups;
  if (found?.deliverable === undefined) return false;
  if (generic.test(found.deliverable) && many.test(after)) return false;
  return !/(?:比例|覆盖率|抽查率|人次|万人|万元|亿元)/.test(after);
}
