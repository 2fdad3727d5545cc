import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { readHtml } from "./read-html";

const article =
  "<h1>关于扬尘治理的通知</h1><div><p>各单位：</p><p>一、加强领导。各单位要按时完成任务。</p></div>";
const text = "关于扬尘治理的通知\n\n各单位：\n\n一、加强领导。各单位要按时完成任务。";

test("the title, the article, and what stands around it", () => {
  const page = `<ul class=nav><li>首页</ul>${article}<div class=footer>版权</div>`;
  expect(readHtml(Buffer.from(page))).toMatchObject({
    text,
    warnings: [
      { code: "page_furniture", words: "首页" },
      { code: "page_furniture", words: "版权" },
    ],
  });
});

test("what is left out within the article has its place", () => {
  const page = article.replace("<p>一、", "<p hidden>暗</p><p>一、");
  expect(readHtml(Buffer.from(page))).toMatchObject({
    warnings: [{ code: "text_hidden", words: "暗", at: text.indexOf("一、") }],
  });
});

test("a page in GBK that says so", () => {
  const page = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${article}`;
  expect(readHtml(iconv.encode(page, "gbk"))).toMatchObject({ text, warnings: [] });
});

test("a page that no reader gets through is refused", () => {
  expect(readHtml(Buffer.from("<div>".repeat(5000)))).toMatchObject({ code: "file_damaged" });
});
