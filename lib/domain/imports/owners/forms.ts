import { areSeveralLevels, isEachOfKind, isOfPlaces, namesMany } from "./many";
import { isSmallOffice } from "./small-offices";

/**
 * The gazetteer: not the names of units but the forms that names of units have. A unit is one; a class is many that must
 * each do it; open is whoever it may be (有关部门).
 */
export type Form = "unit" | "class" | "open";

/** Departments or units in general: named by nothing but that they are concerned. */
const open = new RegExp(
  "^(?:[\u4e00-\u9fa5]{2,5}[省市县区州](?=各|有关|相关))?(?:(?:中央和国家机关|中央|国务院|国家|军队|省委省政府|省|自治区|市委市政府|市|县|区|州|本地|本级|全)?(?:级|直机关|直属|直|政府)?)" +
    "(?:各|级|类|有关|相关|其他|其它|所有|上述|以上|前述|涉及的?)*" +
    "(?:职能|责任?|业务|行业|行政|监管|成员|工作)?(?:主管|管理|监管)?" +
    "(?:部门|部委|委办局|方面|职能部门|职能单位|(?<=业务|有关|相关)[科处股]室)(?:[和及、]?(?:有关|相关)?单位|（单位）)?$|^(?:单位|部门)$|" +
    "^各?驻[^、，各]{1,3}(?:各|有关|相关)?单位$|^(?:驻[^、，]{1,3})?(?:各级|各|有关|相关|其他|其它|省|市|县|区|州|盟|旗|直属|直|属|级(?!以))+(?:部省属)?(?:单位|机构|机关|部委|直属机构)$|" +
    "^[^各、，（）]{2,14}(?:有关|相关)(?:工作机构|内设机构|[科处股]室)$|" +
    "^(?:各|有关|相关)(?:有关|相关)?(?:中央|国家|省|市|县|区|州)(?:级|直属|直|政府)(?:有关|相关)?(?:职能|主管)?(?:部门|单位|机关)$|" +
    "^(?:乡|镇|街道|区|县|市|州|省|厅|局|委|校)(?:直属|直|属)各(?:有关|相关)?(?:单位|部门)$",
);
/** “部门” alone is as good as a name only with a function or a level. */
const role =
  /^.{2,20}成员单位$|^(?:各|[省市县区]直)*(?:包联|包保|包抓|挂联|帮扶|联系|对口支援)单位$|^主管(?:部门|机关)$|^(?:项目)?实施机构$|^(?:各|有关|相关|其[他它余])*(?:[^（）、，。]{0,4}项目|任务|事项|主要|具体|协同|共同|牵头(?=责任))*(?:牵头|责任|成员|汇总|挂靠|依托|归口|主办|承办|协办|配合|参与|督导|督办|指导|实施|试点|上级|下级|业务主管|参加)(?:（[^）]{2,4}）)?(?:部门|单位|机关)$/;

const _level =
  "(?:地区|地市|地方|地州市|设区市|省份|省区市|省|自治区|直辖市|计划单列市|自治州|市县|市|州|盟|县区|区县|县|区|旗|乡镇|镇街|乡|镇|街道|社区|村居|村|园区|开发区|功能区|新区|高新区|县市区|师市|师|团场|城市|区域|片区|人民团体|地)";
const state =
  "(?:党委和人民政府|党委和政府|党委政府|党委|人民政府|政府|党政机关|行政公署|行署|管委会|管委|管理委员会|办事处)";
/** Who there are several of: places, governments and organs by level or role, without a name. */
const classes = [
  new RegExp(
    `^(?:各|有关|相关|试点|示范|重点|相应|地方各级|地方|当地|属地|所在地?|事发地|所属|辖区|县级以上|乡镇以上)(?:级|类|有关|相关)*.*(?:${state}|部门|单位|机关|机构|领导小组|办公室|指挥部|高校|院校|学校|医院|法院|检察院|窗口|中心|集团|委员会|协会|商会|学会|银行|分行|支行|中队|大队|支队|科室|处室|股室|站所|(?:工会|妇联|团|党)组织|委|办|局|厅)(?:（.*）)?$`,
  ),
  // What there is of every kind at many places, with nothing but more words for the kind; the county's own zone is one.
  new RegExp(
    `^(?!县.+(?:管委会|管委|管理委员会)$)(?:各类|经济|开发|产业|工业|功能|科技|园区?|乡镇|县|中心|高职|技工|高等|职业|中等|普通|本科|民办|公办|中小|基层|公安|[省市县区厅局]直?属|区|村|街道|社区)*` +
      "(?:管委会|管委|管理机构|管理委员会|学校|小学|中学|幼儿园|院校|高校|高中|派出所|司法所|卫生院|卫生室|综治中心|市场监管所|便民服务中心|科室|股室|处室|居委会|村委会|民委员会)$",
  ),
  /^(?:各)?(?:村|社区|村（社区）)“?两委”?$/,
  /^(?:地方|地区|园区|村居|村（居）|村（社区）|[县乡]级)$/,
  /^[\u4e00-\u9fa5、]{2,16}?(?<!有关|相关|各)(?:行政)?(?:主管|监管|管理|监督|执法)?(?:部门|行政机关)$/,
  /^[\u4e00-\u9fa5]{0,10}(?:执法|司法|行政|登记|审批|监督|管理|公安|检察|审判|监察|审计|税务|海关|财政|财税|许可|备案|审核|承办|研究|救援|防疫|监管|经办|监测|疾控|服务|仲裁)(?:机关|机构|窗口)$/,
  /^(?:登记管理|业务主管)单位$/,
  /^(?:有|具备)条件的(?:地区|地方|城市|市县|县|市|区|乡镇|部门|单位|高校|学校)$|^有关的(?:大中|中小)?(?:城市|地区|省份|市县)$/,
  /^(?:行业|各类|工会|妇联|共青团|群团|科协|残联).{0,16}(?:委员会|组织)$/,
  /^[\u4e00-\u9fa5]{2,14}所在地$/,
  /^.{2,10}各.{0,6}(?:机构|单位|分行|支行|分局|分公司)$/,
];
/** Who is regulated or served is no owner, however the sentence commands them. */
const regulated =
  /(?:(?<!国有|中央)企业|公司|厂|中介机构|(?:金融|培训|(?<!公立)医疗|养老|检测|检验|认证|评估|代理|中介|服务|投资|担保|科研|融资|鉴定|销售|运营|托育|经营|评级|咨询|会计师?)机构|(?:建设|施工|监理|生产|经营|用人|设计|使用|勘察|招标|投标|代建|被检查|运营|受检|申报|申请|检测|养护|评估|项目|管理相对)单位|市场主体|业主|经营者|社会组织|社会团体|团体|个人|公民|群众|商户|平台|网站)$|^(?:各类)?(?:行业)?(?:协会|商会|学会)(?:商会|（(?:协会|商会|学会)）)?$/;
/** Persons and posts. */
const person =
  /(?:同志|负责人|责任人|领导|领导干部|书记|市长|省长|县长|区长|镇长|乡长|局长|厅长|部长|主任|组长|秘书长|司长|处长|人员|干部|专员|党员|代表|委员|专家|联系人|河长|林长|链长)(?:（.*）)?$/;

const tails =
  "人民政府|政府|委员会|管委会|管委|党委|党组|党工委|纪委|监委|政法委|人大|政协|法院|检察院|部|委|厅|局|署|办|总行|分行|支行|银行|人行|中心|总公司|分公司|公司|集团|总社|联社|合作社|供销社|交易所|通讯社|报社|出版社|" +
  "安委会|编委会|文明委|爱卫会|减灾委|禁毒委|办公室|办公厅|（室）|秘书[处局]|办事处|管理处|研究室|督(?:查|考|办|导)室|小组|工作组|专班|指挥部|联席会议|(?:督查|督导|检查|巡查|协调|推进|攻坚)组|(?:指挥部|领导小组|专班|委员会)[^、，]{2,8}组|总工会|工会|妇联|残联|文联|侨联|科协|社科联|工商联|红十字会|联合会|贸促会|协会|商会|学会|促进会|理事会|基金会|常委会|证监会|保监会|银监会|团中央|共青团.{1,6}委|" +
  "党校|行政学院|大学|学院|研究院|科学院|社科院|工程院|规划院|设计院|国务院|研究所|档案馆|图书馆|博物馆|文化馆|大队|支队|总队|中队|兵团|军区|警备区|电视台|广播电视总台|总台|气象台|铁路局|国家电网|海关|监狱|卫生院|派出所|司法所|财政所|监督所|管理所|税务所|检测所";
const unitTail = new RegExp(
  `(?:${tails})(?:机关|党组|本部)?$|^(?:厅|局|委)[^、，]{2,10}(?:处|科|室|股)$|^(?:[省市县区州盟旗乡镇师]|国家|中国|全国|街道).{2,}(?:会|院|社|所|站|处|台|馆|校|团|队|段)$`,
);
/** Words that only end like a unit. */
const noUnit =
  /(?:(?:数字|法治|服务型|廉洁|阳光|诚信|责任|效能|有限|有为)政府|全部|内部|外部|干部|东部|西部|中部|北部|南部|局部|上部|腹部|(?<![党团总])支部|部署|布局|格局|大局|全局|开局|结局|破局|僵局|主办|承办|举办|协办|督办|兴办|创办|开办|会办|代办|交办|催办|查办|联办|快办|通办|即办|好办|申办|社会|机会|座谈会|动员会|部署会|调度会|推介会|启动会|专题会|为中心|推进会|现场会|发布会|对接会|研讨会|交流会|年会|大会|例会|展会|博览会|听证会|培训会|报告会|运动会|职代会|实行|进行|运行|推行|试行|施行|发行|先行|举行|现行|暂行|履行|到位|好处|各处|之处|[百千万余多]处|一站|网站|车站|电站|场所|住所|研发中心|创新中心|(?<!^[省市州盟县区旗]大)数据中心|超算中心|购物中心|商业中心|制造中心|物流中心|中试中心|工程中心|信访局面|应当办|(?<![镇乡街道委市县区])组织办|规范办|依法办)$/;
const single =
  /^(?:省|市|县|区|州)(?:委|政府|人大|政协|纪委|纪委监委|监委|党校|法院|检察院|军区|妇联|残联|科协|文联|侨联|总工会|工商联|团委)$|^(?:国务院|全国人大|全国政协|中央军委|最高人民法院|最高人民检察院|共青团中央|团中央|人民银行)$/;

/** A second name behind, in brackets: 省市场监管局（省知识产权局）. */
const second = /（[^（）]*）$/;

/** What form a name has; null where it has none of those, which is no reason that it names no unit. */
export function formOf(name: string): Form | null {
  if (name.length > 80) return null;
  if (/^全[国省市县区州]各/u.test(name)) return formOf(name.slice(2));
  if (role.test(name)) return "class";
  if (open.test(name)) return "open";
  if (person.test(name) || isRegulated(name)) return null;
  if (
    /^各[地级]$/u.test(name) ||
    isOfPlaces(name) ||
    areSeveralLevels(name) ||
    classes.some((form) => form.test(name))
  )
    return "class";
  const first = name.replace(second, "");
  if (isSmallOffice(first))
    return namesMany(first) || /^(?:属地|当地|所在地|乡镇|基层|辖区).*[站所]$/u.test(first)
      ? "class"
      : "unit";
  if (noUnit.test(first)) return null;
  if (isEachOfKind(name) || (/^(?:.{1,4}以上)?各/u.test(first) && unitTail.test(first)))
    return "class";
  if (single.test(first) || isAtEveryLevel(first)) return "unit";
  if (first.length < 2 || !unitTail.test(first)) return null;
  return namesMany(name) ? "class" : "unit";
}

/** Whether a name stands at every level where nothing beside it names one: 工会、妇联, 海关. */
export function isAtEveryLevel(name: string): boolean {
  return /^(?:工会|共青团|妇联|残联|团委|工商联|科协|侨联|海关|人民法院|人民检察院|法院|检察院|红十字会)$/u.test(
    name,
  );
}

/** Whether the name is of a development zone: one of those who carry out, where it stands beside a class of governments. */
export function isZone(name: string): boolean {
  return /(?:(?:开发|管理|经开|高新|经济|产业|生态|新|园|片|试验|实验|合作|示范|功能|度假|保税|自贸)区|高新园)(?:党工委[和、])?(?:管委会|管理委员会|管委)?(?:（[^）]*）)?$|(?<!金)管委会$|区管(?:理委员会|委)$/u.test(
    name,
  );
}

/** Whether the name is of somebody who is never an owner. */
export function isNeverOwner(name: string): boolean {
  return (
    person.test(name) ||
    /^[省市县区州]领导(?!小组)/u.test(name) ||
    /^(?:我|本)(?:省|市|县|区|州|国|委|局|厅)$/.test(name)
  );
}
/** Whether the name is of those whom the document regulates. */
export function isRegulated(name: string): boolean {
  return (
    regulated.test(name) &&
    !/^[城交建水农国产铁文]投(?:公司|集团)$|^(?:市|省|区|县|国家|中国|国网|公共|[州盟旗镇])(?!级|属|场|外)/u.test(
      name,
    )
  );
}
