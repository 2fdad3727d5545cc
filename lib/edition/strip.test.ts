import { expect, test } from "vitest";
import { assetsOf, stripPage } from "./strip";

const page = `<!DOCTYPE html><html lang="zh-CN"><head>
<link rel="preload" as="script" href="/_next/static/a.js"><link rel="stylesheet" href="/_next/static/a.css" nonce="x">
<link rel="modulepreload" href="/_next/static/b.js"><link rel="icon" href="/icon.svg"><script src="/_next/static/a.js" async></script>
</head><body><!--$--><a href="/tasks/AIR-01">任务</a><svg><use href="#shape"></use></svg><!--/$-->
<noscript>无脚本</noscript><template><script>1</script><p>留</p></template><script nonce="x">self.x=1</script></body></html>`;

test("no script, nothing that loads one, no nonce and no comment is left; the words stay", () => {
  const stripped = stripPage(page);
  for (const gone of ["<script", "preload", "nonce", "<!--"]) expect(stripped).not.toContain(gone);
  for (const stays of ["任务", "无脚本", "<p>留</p>", "/_next/static/a.css", "<!DOCTYPE html>"])
    expect(stripped).toContain(stays);
  expect(stripPage(stripped)).toBe(stripped);
});

test("each address can be given another, but not a place within a drawing", () => {
  const stripped = stripPage(page, (value) => `/base${value}`);
  expect(stripped).toContain('href="/base/tasks/AIR-01"');
  expect(stripped).toContain('href="#shape"');
  expect(assetsOf(stripped)).toEqual(["/base/_next/static/a.css", "/base/icon.svg"]);
});
