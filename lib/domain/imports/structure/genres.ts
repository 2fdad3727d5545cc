import { lineKind } from "./line-kinds";
import { bare, type Line, type TableLines } from "./lines";
import type { Part } from "./parts";

/**
 * Forms of documents that give nobody anything to report on: approvals, appointments, lists of persons, commendations,
 * holidays, convocations, repeals. Told by the title and by the sentence that decides.
 */
export function givesNoTasks(
  parts: readonly Part[],
  lines: readonly (Line | TableLines)[],
): boolean {
  const title = titleWords(parts);
  const paragraphs = lines.filter((line): line is Line => line.kind === "line");
  const words = paragraphs.map((line) => line.words).join("\n");
  return genres.some(
    ({ titled, says }) => titled.test(title) && (says === null || says.test(words)),
  );
}

/** Whether this is what somebody said to a meeting: by its title. */
export function isSpeech(parts: readonly Part[]): boolean {
  return /(?:讲话|致辞|致词|主持词|发言)(?:稿|提纲|要点)?(?:[（(].*)?$/u.test(titleWords(parts));
}

const genres: { titled: RegExp; says: RegExp | null }[] = [
  { titled: /(?:批复|复函|的?答复)(?:[（(].*)?$/u, says: null },
  {
    titled: /./u,
    says: /现(?:将[^，。\n]{0,20})?(?:批复|函复|答复|回复|批准)如下|收悉[^\n]{0,30}(?:现?批复|现?函复|同意)/u,
  },
  {
    titled:
      /(?:任免|任职|免职)[^，。]{0,8}(?:通知|决定|公告)|任命|(?:组成人员|成员|组成人选|人员名单)(?:调整)?的(?:通知|决定|公告)|调整[^，。]{0,60}(?:成员|组成人员|委员)/u,
    says: null,
  },
  {
    titled: /(?:成立|组建|设立|调整)[^，。]{0,40}(?:小组|委员会|指挥部|专班)/u,
    says: /(?:组长|主任|总指挥|召集人)[：:\s　]/u,
  },
  { titled: /./u, says: /(?:决定|现将?)[^。\n]{0,30}(?:任命|免去)[^。\n]{0,40}(?:职务|为)/u },
  {
    titled:
      /(?:表彰|表扬|奖励|激励|嘉奖|授予|命名|记功)[^，。]{0,60}(?:决定|通报)$|关于(?:命名|授予|表彰|表扬|嘉奖|给予)[^，。]{0,60}(?:通知|公告)|荣誉称号/u,
    says: /(?:授予|予以|给予|决定)[^。\n]{0,80}(?:表彰|表扬|奖励|激励|嘉奖|称号|记功|奖)/u,
  },
  {
    titled: /情况的?(?:报告|汇报|说明|函)$|请示$|解读|答记者问|起草说明|倡议书$|公开信$/u,
    says: null,
  },
  {
    titled: /认定[^，。]{2,60}的(?:通知|公告|决定)$/u,
    says: /(?:认定|确定)[^。\n]{2,80}为/u,
  },
  {
    titled:
      /撤销[^，。]{0,30}(?:机构|小组|委员会|指挥部|专班)的(?:通知|决定)$|(?:领导|班子|负责同志)[^，。]{0,8}工作分工(?:调整)?的?(?:通知|决定|公告)$/u,
    says: null,
  },
  { titled: /的函$/u, says: /(?:恳请|函请|商请|敬请|请)[^。\n]{0,30}(?:支持|为盼|为荷)/u },
  { titled: /放假|节假日安排|假期安排|调休/u, says: null },
  {
    titled: /(?:召开|举行|举办)[^，。]{0,40}(?:会|会议|班)的?通知$/u,
    says: /(?:会议|培训|报到)(?:时间|地点)/u,
  },
  {
    titled:
      /(?:废止|宣布失效)[^，。]{0,60}(?:决定|通知|公告|目录)|清理结果的?(?:决定|通知|公告)$|修改[^，。]{0,60}的决定$/u,
    says: null,
  },
  {
    titled:
      /公示$|名单的?(?:公告|通知|公布)|(?:中标|成交|招聘|录用|拍卖|招标|采购)[^，。]{0,12}公[告示]|讣告/u,
    says: null,
  },
  {
    titled: /(?:公告|通告)(?:[（(].*)?$/u,
    says: /^(?![\s\S]*(?:责任单位|牵头|负责[）)]|决定[^。\n]{0,40}开展))/u,
  },
];

/** The title: the heading lines above the addressee and the text, without the red head. */
function titleWords(parts: readonly Part[]): string {
  const words: string[] = [];
  for (const line of parts[0]?.head ?? []) {
    const kind = lineKind(line);
    if (kind === "addressee") break;
    if (kind === "heading" && !/(?:文件|[：:])$/u.test(line.words)) words.push(line.words);
  }
  return bare(words.join(""));
}

/** Titles under which articles are measures and no norms. */
const measures = /措施|政策|意见|方案|计划|举措|清单|要点|行动|[十百0-9]条/u;

/** Whether a part is a legal norm in articles: most of what it numbers is 第…条. */
export function isInArticles({ head, lines }: Part, others: readonly Part[]): boolean {
  const title = [...(others[0]?.head ?? []), ...head].map(({ words }) => words).join("");
  if (measures.test(title) && !/办法|条例|规定|细则|规则|章程/u.test(title)) return false;
  const labels = lines.flatMap((line) => (line.kind === "line" && line.label ? [line.label] : []));
  const articles = labels.filter(({ form }) => form === "article");
  const sections = labels.filter(({ form }) => form === "han");
  return articles.length >= 3 && articles.length > sections.length;
}

const material =
  /名词解释|术语|(?:填表|编制|填报|有关)说明|格式|样式|样表|模板|流程图|联系方式|通讯录|名单|评分|考核细则|评价指标|申请表|申报表|登记表|统计表|推荐表|报表|承诺书|回执|报名表$/u;

/** Whether an annex only holds what is to be filled in or looked up. */
export function isMaterial({ kind, head }: Part): boolean {
  return kind === "annex" && head.some(({ words }) => words.length <= 60 && material.test(words));
}

/** Whether this is a report of the press or of a meeting, in sentences and not in numbered paragraphs. */
export function isReport(parts: readonly Part[], lines: readonly (Line | TableLines)[]): boolean {
  const paragraphs = lines.filter((line): line is Line => line.kind === "line");
  const isLetter = parts[0]?.head.some((line) => ["addressee", "number"].includes(lineKind(line)));
  if (isLetter) return false;
  if (paragraphs.filter(({ label }) => label?.form === "han").length >= 2) return false;
  const numbered = paragraphs.filter(
    ({ label }) => label !== null && ["han", "han_bracket", "arabic"].includes(label.form),
  );
  const told = paragraphs.filter(({ words }) =>
    /本报讯|[（(]?记者|通讯员|新华社|会议(?:强调|指出|要求|认为|听取|审议|研究|决定)|(?:督查|检查|考核|督导|调研|指导)组(?:强调|指出|要求)|发布会|(?:主持召开|出席|参加)(?:了)?(?:会议|[^，。]{0,20}会议?[，。])|摄$/u.test(
      words,
    ),
  );
  return told.length >= 1 && numbered.length <= told.length * 2 && numbered.length < 6;
}
