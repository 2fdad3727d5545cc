/** A decimal number, as the source of a pattern with the group `value`. */
export const decimal = "(?<![\\d.〔])(?<value>\\d+(?:\\.\\d+)?)";

const counted =
  "个百分点|微克|毫克|千克|公斤|吨标准煤|蒸吨|公顷|公里|千米|平方米|立方米|千瓦时|千瓦|兆瓦|吉瓦|人次|架次|户次|家次|个|家|所|户|人|名|项|件|条|处|座|台|部|套|场|次|亩|吨|米|元|美元|辆|艘|只|头|张|床|篇|门|种|宗|期|支|栋|间|对|株|片|期次|标准箱|TEU";

/** 万吨, 个百分点, %, 亿元, 蒸吨/小时: what a number counts, as the source of a pattern with the group `unit`. */
export const unit = `(?<unit>%|‰|(?:万亿|千亿|百亿|亿|千万|百万|万|千|百)?(?:${counted})(?:\\/(?:小时|日|天|年|立方米|人|亩|平方公里|万元|千瓦时|户|公里|吨|升))?)`;

/** 以上, 左右: how near it is to be, as the source of a pattern with the group `after`. */
export const nearness = "(?<after>以上|及以上|以下|及以下|以内|之内|左右|余|多)?";
