import { decimal, nearness, unit } from "./measures-of-value";
import { comparatorOf, groupPlace, type TargetForm } from "./target";

const rule = "count";
const verb =
  "(?:新建|新增|新改扩建|改扩建|新开工|竣工投产|竣工|建成|建设|打造|培育|引进|引育|集聚|改造|完成|举办|开展|实施|创建|选树|遴选|推出|发展|组建|设立|加装|淘汰|修复|治理|整治|铺设|培训|招引|签约|布局|形成|扶持|认定|补齐|开通|投放|绿化|造林)";

/** 打造应用案例50个以上, 先行培育10个社区: how many are to be made. */
export const counts: TargetForm = {
  rule,
  pattern: new RegExp(
    `(?:${verb}(?<name>[^,。;:、\\n\\t\\d]{1,24}?)|${verb})(?<before>不少于|不低于|不超过|超过|至少|约|达到)?${decimal}${unit}${nearness}(?<behind>[^,。;:、\\n\\t\\d]{2,24})?`,
    "g",
  ),
  read(match) {
    const { name, before = "", value = "", unit: of = "", after = "", behind } = match.groups ?? {};
    if (name === undefined && /吨|米|千瓦|兆瓦|微克|元/.test(of)) return null;
    if (/百分点|%/.test(of) || (name === undefined && behind === undefined)) return null;
    const own = name ?? behind ?? "";
    const end = name === undefined ? match[0].length : match[0].length - (behind?.length ?? 0);
    if (/[给补奖资]|最高|每|[和与及]$/.test(own)) return null;
    return {
      ...{ rule, from: match.index, to: match.index + end, value, unit: of },
      name: groupPlace(match, name === undefined ? "behind" : "name"),
      comparator: comparatorOf(before, after),
    };
  },
};
