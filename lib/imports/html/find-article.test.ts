import { describe, expect, test } from "vitest";
import { findArticle } from "./find-article";
import { parsePage, wordsOf } from "./parse-page";

const long = "各县（市、区）人民政府要加强组织领导，按时完成任务。";
const menu = "<ul class=menu><li><a href=/>首页</a><li><a href=/b>政务公开</a></ul>";
const find = (page: string) => {
  const { element, title, around, furniture } = findArticle(parsePage(page));
  return {
    ...{ words: wordsOf(element), title, around },
    furniture: [...furniture].map((each) => wordsOf(each)),
  };
};

test("menus, crumbs and footers stand around the article", () => {
  const page = `${menu}<div>当前位置：首页 > 文件</div><div><div><p>一、要求</p><p>${long}</p></div></div><div class=footer>主办单位：市政府</div>`;
  const { words, around } = find(page);
  expect(words).toBe(`一、要求 ${long}`);
  expect(around).toEqual(["首页 政务公开", "当前位置：首页 > 文件", "主办单位：市政府"]);
});

describe("in whatever the article stands", () => {
  test.each([
    [
      "paragraphs as divisions",
      `<div id=a><div>一、要求</div><div>${long}</div><div>${long}</div></div>`,
    ],
    ["lines that breaks part", `<div>一、要求<br>${long}<br>${long}</div>`],
    [
      "a table that sets out the page",
      `<table><tr><td>${menu}<td><table><tr><td><p>一、要求</p><p>${long}</p><p>${long}</p></table></table>`,
    ],
    [
      "a form around everything",
      `<form>${menu}<div><p>一、要求</p><p>${long}</p><p>${long}</p></div></form>`,
    ],
  ])("%s", (_, page) => {
    expect(find(menu + page).words.replace(/ /g, "")).toBe(`一、要求${long}${long}`);
  });

  test("a table of tasks with the little text before it", () => {
    const table = `<table><tr><td>序号<td>任务<tr><td>1<td>${long}${long}<tr><td>2<td>${long}${long}</table>`;
    expect(find(`${menu}<div><p>分工表</p>${table}</div>`).words).toMatch(/^分工表 序号/);
  });
});

test("the title above an article is its first line, unless the article says it", () => {
  const page = (first: string) =>
    `<h1>关于扬尘治理的通知</h1><div>${menu}</div><div><p>${first}</p><p>${long}</p><p>${long}</p></div>`;
  expect(find(page("各单位：")).title).toBe("关于扬尘治理的通知");
  expect(find(page("关于<br>扬尘治理的通知")).title).toBeNull();
});

describe("furniture within the article", () => {
  const inside = (more: string) => find(`<div><p>${long}</p>${more}<p>${long}</p></div>`).furniture;
  test.each([
    "<p>发布时间：2026-01-05 来源：市政府办公室</p>",
    "<div>【打印本页】【关闭窗口】</div>",
    "<p>上一篇：关于任免的通知</p>",
    '<div class="share-box">微信 微博</div>',
    "<p><a href=a>图解</a> <a href=b>问答</a></p>",
    "<nav>目录</nav>",
  ])("%s", (more) => {
    expect(inside(more)).toHaveLength(1);
  });

  test.each([
    "<p>关闭淘汰落后产能，打印机集中采购。</p>",
    "<p>主办单位：市工业和信息化局</p>",
    "<p>附件：<a href=a.docx>分工表</a></p>",
    "<p>落实《<a href=a>条例</a>》《<a href=b>办法</a>》等规定，按时完成。</p>",
    "<table><tr><td>1<td><a href=a>甲</a><a href=b>乙</a><tr><td>2<td>丙</table>",
  ])("%s is none", (more) => {
    expect(inside(more)).toEqual([]);
  });

  test("what holds most of the page is none, whatever its name", () => {
    expect(find(`<div class=side><p>${long}</p></div><p>附注</p>`).furniture).toEqual([]);
  });
});
