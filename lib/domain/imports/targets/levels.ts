import { decimal, nearness, unit } from "./measures-of-value";
import { comparatorOf, groupPlace, type TargetForm } from "./target";

const rule = "level";
const reach =
  "(?:力争|分别|基本|均)?(?:稳定|保持|控制|维持)?(?:达到|达|超过|突破|提高到|提高至|提升到|提升至|上升到|增加到|增至|扩大到|降到|降至|下降到|压减到|在|不低于|不少于|不高于|不超过|高于|低于)+";

/** 覆盖率达到95%以上, 资产负债率控制在65%以内: a quantity and where it is to stand. */
export const levels: TargetForm = {
  rule,
  pattern: new RegExp(
    `(?<name>[\\u4e00-\\u9fa5A-Za-z0-9“”()+.-]{2,30}?)(?<reach>${reach})${decimal}${unit}${nearness}`,
    "g",
  ),
  read(match) {
    const { reach: before = "", value = "", unit: of = "", after = "" } = match.groups ?? {};
    // “在2个” counts a place, not a level, unless it is 控制在, 保持在.
    if (
      /^在/.test(before) ||
      !/率|量|比|数|值|额|度|面积|规模|人口|产值|收入|投资|总产|比例|占比|浓度|水平|里程|能力|产能|强度|存量|增速|费用|成本|时间|总[\u4e00-\u9fa5]/.test(
        match.groups?.name ?? "",
      )
    )
      return null;
    return {
      ...{ rule, from: match.index, to: match.index + match[0].length, value, unit: of },
      name: groupPlace(match, "name"),
      comparator: comparatorOf(before, after),
    };
  },
};
