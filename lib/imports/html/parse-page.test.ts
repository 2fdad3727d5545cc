import { describe, expect, test } from "vitest";
import { parsePage, wordsOf } from "./parse-page";

const words = (text: string) => wordsOf(parsePage(text));

test("a page without scripts, styles, forms and what it hides", () => {
  const page =
    '<head><title>题</title></head><script>一</script><style>二</style><p>甲<input value="三"><button>四</button></p><p hidden>五</p><p style="color:red;display: none">六</p><p>乙';
  expect(words(page)).toBe("甲 乙");
});

describe("pages that are made to keep a reader busy are refused", () => {
  test.each([
    ["nested too deep", "<div>".repeat(600)],
    [
      "formats that are opened again in each paragraph",
      `<p>${Array.from({ length: 400 }, (_, i) => `<font size=${i}>`).join("")}</p>${"<p>x".repeat(4000)}`,
    ],
    ["a tag of attributes", `<a ${Array.from({ length: 400 }, (_, i) => `b${i}=">"`).join(" ")}>`],
    ["a tag without an end", `<a ${"b ".repeat(400)}`],
  ])("%s", (_, page) => {
    expect(() => parsePage(page)).toThrow();
  });

  test("but not a program or a comment that looks like one", () => {
    const code = `for(i=0;i<n;i++){${"a = 1; ".repeat(400)}}`;
    expect(words(`<script>${code}</script><!-- <a ${"b ".repeat(400)} --><p>甲</p>`)).toBe("甲");
  });
});
