import { expect, test } from "vitest";
import { pieces, placeOf, stretchOf, sub } from "./stretch";

const text = "  省 财政\n厅,(试行)\n\n下一段 ";
const all = stretchOf(text, { start: 0, end: text.length });

test("white space goes, signs are full width, a blank line stays", () => {
  expect(all.words).toBe("省财政厅，（试行）\n下一段");
});

test("nothing is read across the end of a heading line", () => {
  const item = "各地自查\n各乡镇要自查。\n县直部门也要。";
  expect(stretchOf(item, { start: 0, end: item.length }).words).toBe(
    "各地自查\n各乡镇要自查。县直部门也要。",
  );
});

test("a place leads back to the text", () => {
  const place = placeOf(sub(all, 0, 4));
  expect(place && text.slice(place.start, place.end)).toBe("省 财政\n厅");
  expect(placeOf(sub(all, 2, 2))).toBeNull();
});

test("signs within brackets part nothing", () => {
  const list = stretchOf("甲（乙、丙）、丁", { start: 0, end: 8 });
  expect(pieces(list, /、/u).map(({ piece }) => piece.words)).toEqual(["甲（乙、丙）", "丁"]);
});

test("a break behind a whole name parts it from the next, if asked", () => {
  const cell = "县水利局\n县财政局";
  const found = stretchOf(cell, { start: 0, end: cell.length }, (before) => before.endsWith("局"));
  expect(found.words).toBe("县水利局、县财政局");
});
