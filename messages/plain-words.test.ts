import { expect, test } from "vitest";
import en from "./en.json";
import zh from "./zh-CN.json";

/** Every sentence with the path of its key. */
function sentences(catalog: object, path = ""): [string, string][] {
  return Object.entries(catalog).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[here, value]] : sentences(value, here);
  });
}
const saying = (word: RegExp, catalog: object) =>
  sentences(catalog)
    .filter(([, text]) => word.test(text))
    .map(([key]) => key);

test("citizens are not told names of formats, but on the page for those who program", () => {
  const technical = /JSON|Atom|iCal|口径|readings?\b/;
  for (const catalog of [zh, en]) {
    const left = saying(technical, catalog).filter((key) => !/^(openData|openApi)\./.test(key));
    expect(left).toEqual([]);
    expect(saying(technical, catalog)).not.toEqual([]);
  }
});

test("nobody is shown a hash or the number of a request, nor called anything by a word of ours", () => {
  for (const catalog of [zh, en])
    expect(saying(/SHA-256|报审件|request \{id\}/, catalog)).toEqual([]);
});
