import { isRegulated } from "./forms";
import { namesMany } from "./many";
import { namesOf } from "./names";
import type { Mention, Part } from "./reading";
import { isScopeRule } from "./scope-rules";
import { listed, pieces, placeOf, type Stretch, sub } from "./stretch";
import { notInside } from "./verbs";

export type Assignment = { mentions: Mention[]; isOpenEnded: boolean; hasTail: boolean };
type Mentioned = Omit<Mention, "part"> & { part: Said };
type Read = Omit<Assignment, "mentions"> & { mentions: Mentioned[] };

/** How they do it, at the end of what stands before the word for it: one phrase at a time is taken off. */
const how = [
  /(?:(?:按照?|根据|依据|依|结合|对照)[^、，（）]{0,8}?)?(?:职责权限|职责和分工|职能职责|职责范围内?|职责任务|职责|职能|权限|实际|任务|要求|分工)+$/u,
  /(?:负责|共同|分别|具体|联合|积极|协同|统筹|各自|予以|密切|做好|抓好|推动|全程|主要|组织|进行|总体|为主|协调|同步|认真|指导|完成|报送|上报)$/u,
  /(?:于|在)[^、，]{2,12}前$/u,
];
/** 指导 is a part of its own until all of the list is read. */
type Said = Part | "guiding";
const doing: [Said, string][] = [
  ["guiding", "(?:督促|监督|业务)?指导"],
  [
    "lead",
    "负责牵头|牵头(?:组织|实施|抓总|推进|落实|负责|督导|督办|督促|指导|协调|统筹|推动|制定|办理|开展)*|负总责|负主责|主责|主办|总牵头|(?:为|是|作为)(?:牵头|主办|主责)(?:单位|部门)",
  ],
  [
    "helping",
    "协助配合|配合落实|配合实施|配合|协助|协办|会办|参与|参加|支持|协作|(?:为|是|作为)(?:配合|协办|协同|参与|成员)(?:单位|部门)",
  ],
  [
    "responsible",
    "负责组织实施|负责具体实施|组织实施|负责落实|组织落实|贯彻落实|抓好落实|推进落实|抓落实|具体落实|负责推进|负责实施|负责|落实|实施|承担|推进|执行|承办|配套|(?:为|是|作为)(?:责任|实施|负责)(?:单位|部门|主体)",
  ],
];
const ends = doing.map(([part, words]) => ({
  part,
  end: new RegExp(`(?:${words})(?:工作|任务|相关工作)?$`, "u"),
}));
/** No word behind a name is longer. */
const longestTail = 40;
const together = /会同|会商|(?:商|联合|协同|配合)(?=[国省市县区各有相])/gu;
const inBrackets = /（(?:(牵头|主办|总牵头|牵头单位|主责)|(配合|协办|参与|协同))）$/u;

/**
 * Reads a list of owners as brackets and cells have it: 甲牵头，乙、丙配合；甲会同乙负责；甲、乙，丙（first comma = end of
 * leads）. `part` is what the label or the head of the column says; a word behind a name goes before it.
 */
export function assignmentOf(list: Stretch, part: Part): Assignment {
  const found: Read = { mentions: [], isOpenEnded: false, hasTail: false };
  for (const [group, { piece }] of pieces(list, /[，；。]/u).entries()) {
    if (isScopeRule(piece.words.replace(/（[^）]*）/gu, "")) || saysWhen(piece)) continue;
    readGroup(piece, { part, group, found });
  }
  return { ...found, mentions: withGuides(found.mentions) };
}

/** 上半年发布首批清单, behind those who do it: no name, but what is done by when. */
function saysWhen(piece: Stretch): boolean {
  const time = /^(?:\d{4}年|\d{1,2}月|[上下]半年|第?[一二三四1-4]季度|年[底内中])/u;
  return time.test(piece.words) && namesOf(piece).every(({ form }) => form === null);
}

/** Whoever guides helps where another unit does it (甲局指导，乙县政府实施), or a class named before; else nobody is nearer. */
function withGuides(mentions: readonly Mentioned[]): Mention[] {
  const isDone = (i: number) =>
    mentions.some(({ form, part }, k) => part !== "guiding" && (form === "unit" || k < i));
  return mentions.map((each, i) => ({
    ...each,
    part: each.part === "guiding" ? (isDone(i) ? "helping" : "responsible") : each.part,
  }));
}

/** Of those responsible beside a lead a class (各商业银行) does not help: each of it does the thing. */
export function carriedOut(mention: Mention): Mention {
  return mention.form === "class" && mention.part === "helping"
    ? { ...mention, part: "implementing" }
    : mention;
}

type Context = { part: Part; group: number; found: Read };

function readGroup(clause: Stretch, context: Context): void {
  const cut = [...clause.words.matchAll(together)].find(
    ({ index }) => depthAt(clause.words, index) === 0,
  );
  if (cut) {
    readList(sub(clause, 0, cut.index), context);
    const behind = sub(clause, cut.index + cut[0].length);
    readList(behind, { ...context, part: "helping" }, "helping");
  } else readList(clause, context);
}
const depthAt = (words: string, index: number) =>
  words.slice(0, index).split("（").length - words.slice(0, index).split("）").length;

/** Names with “、” between them; what stands behind one of them says so of those before it, back to the last that has such words. */
function readList(list: Stretch, { part, group, found }: Context, fixed?: Part): void {
  let waiting: Mentioned[] = [];
  const run: Stretch[] = [];
  const flush = (said: Said | null, isEnd: boolean) => {
    const merged = run.length > 0 ? listed(run.splice(0)) : null;
    if (merged)
      for (const { name, form, isOpen } of namesOf(merged)) {
        if (isOpen) found.isOpenEnded = true;
        const place = placeOf(name);
        if (form === "open" || place === null || (form === null && !mayBeName(name.words)))
          continue;
        waiting.push({
          name: place,
          words: name.words,
          form: form ?? (namesMany(name.words) ? "class" : "unit"),
          part,
          group,
        });
      }
    if (said) for (const each of waiting) each.part = fixed ?? said;
    if (said || isEnd) {
      found.mentions.push(...waiting);
      waiting = [];
    }
  };
  for (const { piece } of pieces(list, /[、\n]/u)) {
    const { name, said, hasTail } = withoutTail(piece);
    if (hasTail) found.hasTail = true;
    run.push(name);
    if (said) flush(said, false);
  }
  flush(null, true);
}

function withoutTail(piece: Stretch): { name: Stretch; said: Said | null; hasTail: boolean } {
  const bracket = inBrackets.exec(piece.words);
  if (bracket)
    return {
      name: sub(piece, 0, bracket.index),
      said: bracket[1] ? "lead" : "helping",
      hasTail: true,
    };
  const last = piece.words.slice(-longestTail);
  const found = ends
    .map(({ part, end }) => ({ part, length: end.exec(last)?.[0].length ?? 0 }))
    .reduce((a, b) => (b.length > a.length ? b : a));
  let left = last.slice(0, last.length - found.length);
  for (let length = -1; length !== left.length; ) {
    length = left.length;
    left = how.reduce((words, phrase) => words.replace(phrase, ""), left);
  }
  const taken = last.length - left.length;
  return {
    name: sub(piece, 0, piece.words.length - taken),
    said: found.length > 0 ? found.part : null,
    hasTail: taken > 0,
  };
}

/** What the gazetteer does not know may still name a unit, if nothing in it says otherwise. */
function mayBeName(name: string): boolean {
  if (name.length < 2 || name.length > 30) return false;
  // What a class is told by may be a verb: 各项目牵头单位, 纳入试点的县区.
  const plain = namesMany(name)
    ? name.replace("的", "").replace(/(?:牵头|负责)(?=单位|部门)/u, "")
    : name;
  if (notInside.test(plain)) return false;
  if (isRegulated(name) && /^(?:企业|单位|社会|有关|相关)/u.test(name)) return false;
  return !/^[\d年月季全每持]|持续|长期|坚持|常态|年底|月底|年内|推进|完成|取得|成效|实施$|之[前后]/u.test(
    name,
  );
}
