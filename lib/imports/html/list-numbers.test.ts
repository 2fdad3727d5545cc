import { expect, test } from "vitest";
import { listLabels } from "./list-numbers";
import { elementsOf, parsePage } from "./parse-page";

const labels = (page: string) => {
  const [list] = elementsOf(parsePage(page));
  return list ? [...listLabels(list).values()].join(" ") : null;
};
const items = "<li>a<li>b<li>c";

test.each([
  [`<ol>${items}</ol>`, "1. 2. 3."],
  [`<ol start=5>${items}</ol>`, "5. 6. 7."],
  [`<ol type=a>${items}</ol>`, "a. b. c."],
  [`<ol type=I>${items}</ol>`, "I. II. III."],
  [`<ol reversed>${items}</ol>`, "3. 2. 1."],
  [`<ol reversed start=10>${items}</ol>`, "10. 9. 8."],
  ["<ol><li>a<li value=7>b<li>c</ol>", "1. 7. 8."],
  [`<ol style="list-style-type: cjk-ideographic">${items}</ol>`, "一、 二、 三、"],
  [`<ol style="list-style: none inside">${items}</ol>`, "  "],
  ['<ol><li style="list-style-type:upper-alpha">a<li type=i>b</ol>', "A. ii."],
  [`<ol start="99999999999999999999">${items}</ol>`, "1. 2. 3."],
])("%s", (page, shown) => {
  expect(labels(page)).toBe(shown);
});
