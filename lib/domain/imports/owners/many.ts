/**
 * Names of many, none of whom is named: told by a word for how many (各, 有关, 13个), by levels of which there are several
 * (乡镇, 市县, 省、市、县三级), by what the document says of them (…的县区), or by a word for a kind of unit (责任单位, 市直学校).
 */

/** The levels of government, each with how high it is. */
const ranks: [string, number][] = [
  ["新疆生产建设兵团|自治区|直辖市|省份?", 1],
  [
    "(?:设区的?|副省级|计划单列|省会|地级(?:以上)?|省辖)城?市|自治州|地区|行政公署|行署|市(?!场|政(?!府|协|法)|容|监局)|[州盟]|[地师](?=[、（人政区市]|$)",
    2,
  ],
  [
    "(?:县级|省直管|辖|不设区的)市|自治[县旗]|省直管县|(?:辖|市辖|特|林|矿)区|县(?!域)|区(?![域划])|旗",
    3,
  ],
  ["街道|团场|乡(?!村振兴|村建设|镇企业)|镇(?![域长])|街", 4],
  ["社区|村(?!镇银)|居(?!民)", 5],
];
const wholeRanks = ranks.map(([of, rank]) => [new RegExp(`^(?:${of})$`, "u"), rank] as const);
const oneLevel = ranks.map(([words]) => words).join("|");
const level = `(?:(?:${oneLevel})(?:（(?:[市州盟地县区旗乡镇街场办村居社、]|自治|街道|社区|园区|管理|特区|林区|县级市){1,12}）)?)`;
const state =
  "(?:党委和人民政府|党委和政府|党委政府|党委|人民政府|政府|党政机关|行政公署|行署|党工委和管委会|管委会|管委|管理委员会|办事处)";
const asFirst = new RegExp(`^${level}`, "u");
/** How high the levels stand that words begin with (`first`, `last`), and what follows them; null where there are none. */
function levelsOf(
  words: string,
): { first: number; last: number; count: number; rest: string } | null {
  const found: number[] = [];
  let rest = words;
  for (let each = asFirst.exec(rest)?.[0]; each; each = asFirst.exec(rest)?.[0]) {
    const plain = each.replace(/（.*$/u, "");
    found.push(wholeRanks.find(([of]) => of.test(plain))?.[1] ?? 0);
    rest = rest.slice(each.length);
  }
  const [first] = found;
  return first === undefined
    ? null
    : { first, last: found.at(-1) ?? first, count: found.length, rest };
}

const afterLevels = new RegExp(`^(?:[两三四]级)?(?:${state})?(?:（${state}）)?$`, "u");

/** Whether a name is of levels, several of them or several at each, and of what they have: 市县政府, 县（市、区）, 镇村两级. */
export function areSeveralLevels(name: string): boolean {
  const plain = name.replace(/、/gu, "");
  const { rest = "", count = 0 } = levelsOf(plain) ?? {};
  if (/^(?:市区|街区|乡村|村镇|镇区)/u.test(name)) return false;
  return (count > 1 || (count === 1 && /^[^（]+（/u.test(name))) && afterLevels.test(rest);
}

const quantifier = /^(?:各|有关|相关|地方各级|全国各|全省各|全市各)+/u;
const asGovernment = new RegExp(`^(?:${state}(?:（${state}）)?)?(?=$|[和与及（])|^[两三四]级`, "u");
const notOfAll = /^(?:各|有关|相关|直|属|级|场(?!区))/u;

/**
 * Whether “、” stands inside a class of several levels: behind levels alone (各市, 有关区) come more of them, with what they
 * all have (特区、区人民政府), or, not higher than those, an office that each has (市、县教育局; not 各乡镇、县教育局).
 * Villages are no level of government: 各乡镇、村（居） are two.
 */
export function goesOnWithLevels(last: string, next: string): boolean {
  const isQuantified = quantifier.test(last);
  const end = last.replace(/^.*(?:、(?![^（]*）)|[和与及](?=各))/u, "").replace(quantifier, "");
  const before = levelsOf(isQuantified ? end.replace(/^[\u4e00-\u9fa5]{2,4}(?=省$)/u, "") : end);
  const levels = levelsOf(next);
  if (before?.rest !== "" || !levels) return false;
  if (/^[两三四]级/u.test(levels.rest)) return true;
  if (before.last < 5 && levels.first === 5) return false;
  if (asGovernment.test(levels.rest)) return true;
  if (next.startsWith(end)) return false;
  return (
    !notOfAll.test(levels.rest) &&
    ((!isQuantified && before.last < 4) || levels.first >= before.last)
  );
}

/** Words for a kind of unit, not for one: no name of one ends with them. */
const kinds =
  "单位|部门|机构|机关|企业|国企|央企|高校|院校|学校|中小学|幼儿园|媒体|运营商|组织|团体|窗口|网点|医院|地区|地方|园区|成员单位";
/** Beside those, what there is of one name and of many. */
const ofOneOrMany =
  "开发区|公司|集团|卫生[院室]|学会|协会|商会|平台|银行|院所|[农林牧渔茶]场|景区|场馆|书店";
const several =
  "(?:省市县?|省区市|市县区?|市州|州市|县市区?|县区|区县市?|区市县|旗县区?|镇街|街镇|乡镇|镇乡|乡街|街乡|镇办|村居|村社|县乡)" +
  // The last sign may begin a word that is no level: 州|市场监管局, 县|区域合作办, 镇|乡村振兴局.
  "(?!(?<=市)(?:场|政(?!府|协|法)|容|监局)|(?<=[县镇])域|(?<=区)[域划]|(?<=乡)(?:村|镇企))";
/** Who may be described: …的部门和单位, …的县（市、区）. */
export const describedKind = `(?:单位|部门|地区|乡镇|县区|区县|${level})(?:[和及](?:单位|部门|地区))?`;

const withSecond = "(?:（[^）]*）)?";
const many = [
  /各(?!界)/,
  /^(?:有关|相关|所有|凡是?|一切|其他|其它|其余|当地|所辖)/,
  new RegExp(
    `(?<!第)(?:\\d+|[两二三四五六七八九十]+)(?:[个家所大](?!队)|(?:省(?:区市?)?|[市县区州旗镇乡])(?=${state}|[两二三四五六七八九十]|$))`,
  ),
  new RegExp(`^(?:${several}|(?:${oneLevel})${withSecond}、)`),
  new RegExp(
    `(?:县市|县区|区县|旗县区?|县市区|市县|镇街|街镇|乡镇|镇乡|乡街|街乡|镇办|村居|村社)${withSecond}${state}?${withSecond}$`,
  ),
  /[市州盟地县区旗乡镇街]（(?:[市州盟地县区旗乡镇街办场、]|街道|特区)+）/,
  new RegExp(`(?:属地|所在地|所在[省市州县区乡镇村])${state}?$`),
  new RegExp(
    `^(?!.*[委府局厅会联协院部]机关$).*(?:单位|部门|机构|机关|企业|国企|央企|高校|院校|媒体|运营商|组织|团体)${withSecond}$`,
  ),
  new RegExp(`的(?:${kinds}|${describedKind})$`),
  new RegExp(
    `^(?:[国省市州盟县区旗镇乡校局厅]|地方|中央)*(?:[直所]?属|级|[直管辖]).*(?:${kinds}|${ofOneOrMany}|${state})$`,
  ),
  /^(?:村|社区|基层).*(?:会|[室站所院]|中心|组织|支部)$|^驻村.*队$|^省直管[市县]/,
  new RegExp(
    `^(?:公办|民办|公立|中等|高等|职业|普通|乡镇|街道)*(?:${kinds}|科研院所|[农林牧渔茶]场|社区|村居?|街道)$`,
  ),
];

const quantifiedKind = new RegExp(
  `^(?:全?(?:${oneLevel})?(?:[内属直级]|辖区内?|域内)?|其[他它余]|[沿在驻][^各、]{1,3})?各(?!项(?!目)|[种个自位式条样]|方面|阶段|环节)[^，。的]{0,14}?(?:${kinds}|${state}|${level}|${ofOneOrMany}|站段|支部|“?两委”?|车间|班组|厂矿|[校厂矿站院队所科系])$`,
);

/** Whether 各 stands before a word that units are called by, so that it tells of a class wherever it stands. */
export function isEachOfKind(name: string): boolean {
  return quantifiedKind.test(name.replace(/(?<=.)（[^）]*）$/u, ""));
}

/** Whether the many are places or their governments: 各县（市、区）, 街道办事处. */
export function isOfPlaces(name: string): boolean {
  return places.test(name);
}
const places = new RegExp(
  `^(?:全?(?:${oneLevel})?)(?:各|有关|相关|其[他它余]|试点|当地|属地|地方|${several}|(?:${oneLevel})级(?:以上)?|(?:[乡镇村]|街道|社区)(?=${state}))(?:(?!领导|每|至|到).)*?(?:${level}|${state}|园区|开发区|地区|地方|地|村委会|居委会)(?:（[^）]*）)?$`,
);

/** Whether a name in a place for owners is of many who are not named one by one. */
export function namesMany(name: string): boolean {
  return many.some((form) => form.test(name));
}
