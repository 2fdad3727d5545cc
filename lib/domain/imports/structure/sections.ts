/** What the items of a section are, by the words of its heading; null where these say nothing. */
export type SectionKind = "none" | "general" | "goal" | "requirement" | "measure";

const nothing =
  /^(?:指导思想|总体思路|基本思路|工作思路|思路|.{0,6}原则|.{2,20}的原则|.{0,16}重要意义|(?:充分)?(?:肯定|总结|回顾)成绩.{0,24}|(?:正视|查找)(?:问题|不足).{0,16}|(?:认清|看清|把握)形势.{0,20}|.{0,8}(?:形势|背景|现状|概况)|(?:基本|总体|有关|整体|主要|检查|督查|考核|评估|抽查|推进|进展|完成|会议|落实)(?:工作)?(?:进展|推进|完成|落实)?情况|主要(?:做法|成绩|经验|成效)|.{0,6}存在的?(?:主要|突出)?(?:问题|不足|困难)(?:[和与及、].{2,4})?|(?:主要|突出)问题|(?!确保|务求|注重|提升|提高|增强|巩固|突出|力求)[^，]{0,12}(?:成效|成就|回顾|基础|基础与形势)|(?:申报|申请|办理|兑现|评审|认定|报名|审批|拨付)(?:和.{2,4})?(?:程序|流程|方式|材料)|(?:检查|督查|督导|调查|普查|清查)的(?:范围|内容|对象)(?:[和与及、].{0,8})?|(?:适用|试点|实施|检查|活动|整治|支持|申报|评选|选树|参与)(?:范围|对象)(?:[和与及、].{0,6})?|(?!扩大|拓展|拓宽|明确|规范|优化|缩小|严格|调整|增加|放宽).{0,8}(?:使用|支持|补助|资助|贴息|准入)范围(?:[和与及、].{2,8}(?:条件|标准|对象))?|(?:申报|评选|补贴|申请|参评|推荐|参赛|报名|准入|项目|贷款)(?:条件|资格)(?:[和与及、].{0,6})?|(?!扩大|明确|放宽|优化|规范|统一|完善|拓展|落实|执行|提高|改善|健全|制定)[^，]{0,4}(?:对象|范围|条件|标准|资格)|[^，]{0,10}(?:范围|对象)[和与及、](?:形式|方式|标准|期限|条件)|[^，]{0,4}目的(?:和|与|及)?(?:重要|重大)?(?:意义)?|(?:目的|重大|重要)?意义|[^，]{0,4}内容[和与及、](?:标准)?(?:时间|时点|范围|对象)|名词解释|术语(?:和定义)?|附则|(?:报告|报送|汇报|填报|公示|申报|培训|督查|督导|检查|抽查|调研)内容|.{0,4}依据|(?:施行|实施)(?:时间|日期)(?:.{0,6})|有效期.{0,4}|活动主题|主题|组成人员|(?:会议|培训|活动|检查|考试|评选|报名)?(?:时间|地点|时间和地点|时间、地点))$/u;
const requirement =
  /党的(?:全面)?领导|保障措施|加强(?:组织)?领导$|加强.{0,24}的(?:组织|全面|集中统一)?领导$|组织保障|组织实施|组织领导|组织推进|工作要求|有关要求|相关要求|实施要求|其他要求|几点要求|(?:下一?步|下阶段|纪律)(?:工作)?要求|^整改(?:工作)?要求$|具体要求$|督促检查|督促落实|督查落实|督导落实|督查督办|督查检查|督导检查|落实.{0,12}责任|责任落实|实施保障|工作保障|保障落实|推动落实|推进落实|抓好落实|狠抓落实|强化落实|抓落实/u;
const general = /总体要求|总体部署|总要求|目标任务|任务目标|目标要求|目标[和与及]要求/u;
const principles = /指导思想|基本原则|总体思路/u;
const goal = /目标(?!责任|考核|管理|任务|要求)/u;

/** The kind of a section by its heading. A heading with both principles and goals is “general”: its words decide. */
export function sectionKind(heading: string): SectionKind | null {
  const words = heading.replace(/[\s　。：:]/gu, "");
  if (nothing.test(words)) return "none";
  if (general.test(words)) return "general";
  if (goal.test(words) && words.length <= (/目标$/u.test(words) ? 24 : 16))
    return principles.test(words) ? "general" : "goal";
  if (principles.test(words) && words.length <= 16) return "none";
  if (requirement.test(words)) return "requirement";
  return null;
}

const means =
  /(?:要素|资金|人才|服务|民生|社会|能源|基本|住房|安全|用地|政策|法治|供给|供应|用水|粮食|医疗|教育|金融|科技|经费|财政)[^，]{0,6}保障/u;

/** Whether a heading that may be about anything is, as the last section, about how the document is carried out. */
export function closesAsRequirement(heading: string): boolean {
  if (means.test(heading) || /^保障(?!措施|机制|落实)/u.test(heading)) return false;
  return /保障|(?:工作|推进|长效)机制|考核|督查|督导|监督检查|监督问责|统筹协调|协同推进|(?:狠抓|抓好|推动|督促|确保|强化|加强)[^，]{0,6}落实|(?:压实|落实|强化|明确)[^，]{0,10}责任/u.test(
    heading,
  );
}
