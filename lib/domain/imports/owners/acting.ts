import { formOf } from "./forms";

/** Names that nothing but a unit has: a level, what it is for, and a word for an authority. */
const evident =
  /^(?:[省市县区州盟旗乡镇]|国家|自治区|街道)(?:[\u4e00-\u9fa5]{1,14}(?:局|厅|委|办|办公室|[大支总中]队)|[\u4e00-\u9fa5]{0,14}(?:法院|检察院|总工会|妇联|残联|科协|工商联))$/u;
const goesOn = [
  // A longer name: 县公安局|交警大队.
  /^[^，。；]{0,7}(?:[局科股室处队所站组部院]|分局|中心|党组|机关)(?![\u4e00-\u9fa5]{0,2}[个次户条人年])/u,
  // Somebody of the unit, or a thing that it has: 县教育局|办公楼改造工程.
  /^[^，。；]{0,4}(?:主任|书记|干部|人员|领导|同志|负责人|[局厅队院科处组]长)/u,
  /^[^，。；]{0,4}(?:旧址|大院|大楼|办公楼|网站|平台|系统|窗口|账号|官网|公众号|热线|电话|邮箱|党委|党支部)/u,
  /^[^，。；]{0,10}(?:改造|建设|工程|项目|搬迁)(?:[，。；]|$)/u,
  /^(?:[^，。；]{0,3}(?:通知|意见|批复|公告)|关于|文件)/u,
  // What it does is said of something else, or only comes before: 县财政局|批准后.
  /^[^，。；]{1,14}的|^[^，。；]{1,8}(?:后|时|前|以来)(?:，|$)/u,
  /^[^，。；]{0,16}(?:同意|批准|审定|备案)(?:[，。；]|$)/u,
  /^(?:[及和与或等之]|可|已|曾|未|有权|高度重视|任|兼任|担任|为|是)/u,
];
/** Where a word goes on across the end of the name: 整体办|学, 安委|会, 政府办|公厅. */
const sameWord =
  /(?:办[学事法理案公证件好实成到]|委[托派任屈员会]|局[面势部限]|队[伍员列]|院[校长士所落系]|厅[堂长])$/u;

/**
 * Whether what follows a name says what it does, though with no verb that is known: 县教体局|新增学位, of an evident unit,
 * whose name does not go on. Takes a list of names, whose last counts, and the words behind it.
 */
export function isActing(list: string, words: string): boolean {
  const name = /[^、，和与及]*$/u.exec(list)?.[0] ?? "";
  return (
    evident.test(name) &&
    formOf(name) === "unit" &&
    !sameWord.test(name.slice(-1) + words.slice(0, 1)) &&
    /^[\u4e00-\u9fa5]{2}[\u4e00-\u9fa5\d]/u.test(words) &&
    !goesOn.some((form) => form.test(words))
  );
}
