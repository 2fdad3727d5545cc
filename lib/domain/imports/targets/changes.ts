import { decimal, nearness, unit } from "./measures-of-value";
import { groupPlace, type TargetForm } from "./target";

const rule = "change";

/** 地区生产总值增长6%左右, 能耗强度较2020年下降18%: by how much a quantity is to change. */
export const changes: TargetForm = {
  rule,
  pattern: new RegExp(
    `(?<name>[\\u4e00-\\u9fa5A-Za-z0-9“”()+.-]{2,24}?)(?:(?:同比|环比|年均|累计|平均|力争|较[^,。;]{2,10}?|比[^,。;]{2,10}?)){0,2}(?<way>增长|提高|提升|上升|增加|下降|降低|减少|压减|削减)(?:了)?(?:约|超过|不低于)?${decimal}${unit}${nearness}`,
    "g",
  ),
  read(match) {
    const { way = "", value = "", unit: of = "" } = match.groups ?? {};
    if (!/%|‰|百分点/.test(of)) return null;
    return {
      ...{ rule, from: match.index, to: match.index + match[0].length, value, unit: of },
      name: groupPlace(match, "name"),
      comparator: /增|提|升/.test(way) ? "up_by" : "down_by",
    };
  },
};
