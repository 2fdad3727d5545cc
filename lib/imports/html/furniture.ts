import {
  attributeOf,
  type Element,
  elementsOf,
  isElement,
  isHidden,
  isUnread,
  wordsOf,
} from "./parse-page";

/** How many signs an element holds that can be seen, and how many of them in links. */
export type Weight = { text: number; links: number; count: number; sentences: number };

/** The weight of this element and of all in it. */
export function weigh(body: Element): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const visit = (element: Element, isLinked: boolean): Weight => {
    const sum: Weight = { text: 0, links: 0, count: 0, sentences: 0 };
    for (const child of element.childNodes) {
      if (child.nodeName === "#text" && "value" in child) {
        const words = child.value.replace(/\s+/gu, "");
        sum.text += words.length;
        if (isLinked) sum.links += words.length;
        sum.sentences += words.match(/[。；]/gu)?.length ?? 0;
      }
      if (!isElement(child) || isUnread(child) || isHidden(child)) continue;
      const isLink = child.tagName === "a" && attributeOf(child, "href") !== undefined;
      const part = visit(child, isLinked || isLink || child.tagName === "a");
      sum.text += part.text;
      sum.links += part.links;
      sum.count += part.count + (child.tagName === "a" ? 1 : 0);
      sum.sentences += part.sentences;
    }
    weights.set(element, sum);
    return sum;
  };
  visit(body, false);
  return weights;
}

const tags = /^(?:nav|footer|aside|menu|dialog)$/;
const roles = /^(?:navigation|banner|contentinfo|complementary|search)$/;
/** Words that templates name such places by. */
const names =
  /(?:^|[-_\s])(?:nav(?:bar|igation)?|menu|crumbs?|breadcrumbs?|side(?:bar)?|share|foot(?:er)?|copyright|relat(?:ed|ion|ive)|recommend|toolbar|print|pagination|hot|login)(?:$|[-_\s\d])/i;
const blocks = /^(?:div|p|ul|ol|dl|section|header|h[1-6]|table|center|td)$/;
/** Lines that pages put around an article. */
const lines = new RegExp(
  [
    "^当前位置|^您?(?:现在)?的?位置[:：]|^首页\\s*[>＞»›]",
    "^分享到(?:[:：\\s]|$)|^(?:手机)?扫一扫.*(?:手机|打开|分享)",
    "^【?(?:打印|关闭)(?:本页|窗口|页面|】|$)|^【?字体[:：]|字体[:：]\\s*[[【(（]?\\s*大",
    "^(?:上|下)一(?:篇|条)[:：]|^责任编辑[:：]|^浏览次数|^相关(?:文档|链接|阅读|稿件|文章|解读)[:：]?$",
    "^(?:发布|发文)(?:时间|日期)[:：].*(?:来源|浏览|字体|打印)|^来源[:：].*(?:发布|浏览|字体)",
    "^主办(?:单位)?[:：].*(?:网站|ICP|备案|版权|技术支持)|^版权所有|网站标识码|ICP备|公网安备",
  ].join("|"),
  "u",
);
const mostOfLine = 120;
/** What holds more of the page than this is no furniture, whatever it is called. */
const half = 0.5;

/** Whether an element is part of the page around the article: menus, crumbs, footers, lists of links. */
export function isFurniture(
  element: Element,
  weights: Map<Element, Weight>,
  total: number,
): boolean {
  const weight = weights.get(element);
  if (!weight || weight.text === 0 || weight.text > total * half) return false;
  const name = `${attributeOf(element, "class") ?? ""} ${attributeOf(element, "id") ?? ""}`;
  if (tags.test(element.tagName) || roles.test(attributeOf(element, "role") ?? "")) return true;
  if (!blocks.test(element.tagName)) return false;
  if (names.test(name)) return true;
  const isOfLinks = weight.count >= 2 && weight.links > weight.text * 0.6 && weight.sentences === 0;
  return isOfLinks || (weight.text <= mostOfLine && isLineAround(element));
}

/** A block that holds others is judged by those, unless it is short as a whole. */
function isLineAround(element: Element): boolean {
  const isLeaf = !elementsOf(element).some(({ tagName }) => blocks.test(tagName));
  return isLeaf && lines.test(wordsOf(element));
}
