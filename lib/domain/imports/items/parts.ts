import { isDirective } from "@/lib/domain/imports/kinds/rules";
import { isHandingOver } from "@/lib/domain/imports/kinds/transmittal";
import { lineKind } from "@/lib/domain/imports/structure/line-kinds";
import type { Line } from "@/lib/domain/imports/structure/lines";
import type { Part } from "@/lib/domain/imports/structure/parts";
import { type Node, type Tree, treeOf } from "@/lib/domain/imports/structure/tree";
import { type Draft, nowhere, type Setting } from "./draft";
import { isHeadingLine } from "./headings";
import { saidByMeeting } from "./meetings";
import { itemsOfNode } from "./numbered";
import { isField } from "./rectification";
import { markedParts } from "./split";
import { itemsOfParagraph } from "./stretches";

/** The items of the numbered and unnumbered paragraphs of a part. A letter's own are about carrying out what it hands over. */
export function itemsOfPart(
  text: string,
  part: Part,
  prefix: string,
  handsOthersOver: boolean,
): { items: Draft[]; tree: Tree } {
  const tree = treeOf(part.lines);
  const closing = takeClosing(text, tree.root);
  const isLetter = part.kind === "letter";
  const top = tree.root.children;
  const setting: Setting = {
    ...nowhere,
    prefix,
    section:
      (handsOthersOver || isAboutHandedOver(part)) && isHandedOver(part)
        ? "requirement"
        : "measure",
  };
  const numbered = top.flatMap((node) => itemsOfNode(text, node, setting, true));
  const isNumbered = top.some(({ label }) => label?.form !== "heading");
  const loose = !isNumbered || isLetter ? looseItems(text, tree.root, setting, part) : [];
  const last = closing.flatMap((line, i) =>
    closingItem(text, line, prefix, closing.length > 1 && i > 0 ? `¶结尾${i + 1}` : "¶结尾"),
  );
  return { items: [...loose, ...numbered, ...last], tree };
}

/** Whether the letter's matter is the document behind it. */
function isHandedOver({ lines }: Part): boolean {
  const hands =
    /(?:印发|转发|下达|分解|下发)[^。]{0,12}给你们|予以印发|随文(?:下达|印发|下发)|分解(?:下达|[（(]详?见附件)|有关(?:工作)?要求通知如下/u;
  return lines.some((line) => line.kind === "line" && hands.test(line.words));
}

/** 现将《…》印发给你们，并就抓好落实通知如下, 将任务分解下达，通知如下: what follows is about what is not here. */
function isAboutHandedOver({ lines }: Part): boolean {
  const about =
    /给你们[^。]{0,12}(?:并|现|同时)(?:就[^。]{0,60}(?:落实|实施|执行|贯彻)|[将就]有关事[项宜]通知如下)|分解(?:下达|[（(]详?见附件[0-9]*[）)])[^。]{0,8}[。，]?现[将就]有关[^。]{0,8}通知如下|给你们[^。]{0,12}以下要求[^。]{0,12}(?:落实|执行|实施)|有关(?:工作)?要求通知如下/u;
  return lines.some((line) => line.kind === "line" && about.test(line.words));
}

/** The unnumbered paragraphs of a part without numbers, or of a letter: those that give somebody something to do. */
function looseItems(text: string, root: Node, setting: Setting, part: Part): Draft[] {
  const isLetter = part.kind === "letter";
  const section = isLetter || isHandedOver(part) ? "requirement" : "measure";
  const paragraphs = root.paragraphs.filter((line) => ["text", "heading"].includes(lineKind(line)));
  return paragraphs.flatMap((line, i) => {
    if (!ordersSomebody(line, isLetter)) return [];
    const { prefix } = setting;
    const path = isLetter && prefix === "" ? `通知/¶${i + 1}` : `¶${i + 1}`;
    const isLast = i > 0 && i === paragraphs.length - 1 && asking.test(line.words);
    const own = isLast ? "requirement" : section;
    return itemsOfParagraph(text, line.place, { ...setting, section: own }, path);
  });
}

/** How a notice without numbers ends: 希各单位高度重视，确保…. */
const asking =
  /^(?:希|望|请)(?![示求])[^。；]{0,40}(?:重视|认真|确保|抓好|落实|贯彻|支持|配合|全力)/u;

const somebody =
  /(?:各|有关|相关|下级|地方)[^，。；]{0,40}(?:，(?:特别|尤其)是[^，。；]{2,40}，)?(?:要|应|须|必须|负责|不得)|(?:局|委|部|厅|办|院|政府|单位|部门|公司|机关|机构)[^，。；]{0,12}(?:要(?!求|素|点)|应当|应(?!用)|须|必须|负责)|(?:^|[。；，])各[^，。；]{1,20}于[^，。；]{1,24}前|请[^，。；]{0,24}(?:于|在|前|内|结合|按照|认真|抓紧|制定|报送)/u;

function ordersSomebody({ words }: Line, isLetter: boolean): boolean {
  const own = words
    .split(/(?<=[。])/u)
    .filter((sentence) => !isHandingOver(sentence))
    .join("");
  return isDirective(own) && (!isLetter || somebody.test(own));
}

const closer =
  /^(?:各[^，。]{0,30}(?:要|应|须|请|可)|请各|以上|上述|此前|未[^，。]{0,10}(?:地区|单位|省|市)|其他|本(?:意见|方案|通知|计划|办法|规划|要点)|重大[^，。]{0,6}(?:事项|情况|问题)|.{0,24}(?:要|应当?)(?:加强)?对?.{0,30}(?:实施|落实|贯彻|执行).{0,10}(?:情况|指导|督促|监督))/u;

/**
 * Takes the paragraphs off the last numbered item that close the document: its siblings are one paragraph each, or they
 * speak of the document and to all.
 */
function takeClosing(text: string, root: Node): Line[] {
  let last: Node | undefined = root.children.at(-1);
  if (last === undefined) return [];
  while (last.children.length > 0) last = last.children.at(-1) as Node;
  const siblings = siblingsOf(root, last);
  const isHeading = (node: Node) =>
    isHeadingLine(text, node) &&
    !/(?:，[\s\S]*|[\s\S]{16})。$/u.test(
      text.slice(node.first?.start ?? 0, node.first?.end).trim(),
    );
  const isOneParagraph =
    siblings.length > 0 &&
    siblings.every(({ paragraphs, children }) => paragraphs.length + children.length === 0) &&
    (!isHeading(last) || siblings.every(isHeading));
  const { paragraphs } = last;
  const field =
    paragraphs.findLastIndex((line) => isField(line) || /^[（(〔]/u.test(line.words)) + 1;
  const summary = summaryOf(root, last, isHeading(last));
  let from = paragraphs.length;
  if (summary !== null) from = summary;
  else if (isOneParagraph) from = field;
  else
    for (let i = paragraphs.length - 1; i >= (isHeading(last) ? 1 : 0); i--) {
      const line = paragraphs[i];
      if (
        line &&
        (lineKind(line) === "validity" ||
          isHandingOver(line.words) ||
          (!isHeading(last) && closer.test(line.words)))
      )
        from = i;
    }
  return paragraphs.splice(from);
}

/** Where the last of what a meeting decided goes on with what it said of them all (会议强调，…), as it did of none before. */
function summaryOf({ children }: Node, last: Node, isHeaded: boolean): number | null {
  const says = (node: Node): boolean =>
    node.children.some(says) ||
    (node !== last && node.paragraphs.some(({ words }) => saidByMeeting(words) !== null));
  const from = last.paragraphs.findIndex(({ words }) => /^会议(?:强调|要求)[，,]/u.test(words));
  return from < (isHeaded ? 1 : 0) || children.some(says) ? null : from;
}

/** The others below the same heading; of an only child those below the other headings. */
function siblingsOf(root: Node, last: Node): Node[] {
  const own = (last.parent?.children ?? []).filter((node) => node !== last);
  if (own.length > 0 || last.parent === root) return own;
  const isAlike = ({ label }: Node) => label?.form === last.label?.form;
  return root.children.flatMap(({ children }) => children).filter((n) => n !== last && isAlike(n));
}

function closingItem(text: string, { place, words }: Line, prefix: string, path: string): Draft[] {
  if (!isDirective(words)) return [];
  const isNumbered = saidByMeeting(words) !== null && markedParts(text, place).length > 0;
  const section = isNumbered ? "measure" : "requirement";
  return itemsOfParagraph(text, place, { ...nowhere, prefix, section }, path);
}
