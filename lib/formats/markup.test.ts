import { expect, test } from "vitest";
import { markup } from "./markup";

test("what is put into markup is escaped, markup itself is not", () => {
  const inner = markup`<b>${"a<script>&\"'"}</b>`;
  expect(String(markup`<p title="${'x"y'}">${[inner, inner]}${null}${1}</p>`)).toBe(
    `<p title="x&quot;y">${"<b>a&lt;script&gt;&amp;&quot;&#39;</b>".repeat(2)}1</p>`,
  );
});
