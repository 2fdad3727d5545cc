import { expect, test } from "vitest";
import { ownersIn } from "./owners.fixture";

const before = "修堤。（县水利局负责）";
const after = "修桥。（县交通局负责）";
const all = (rule: string) => {
  const ruled = `修路。（县交通局、县财政局。${rule}）`;
  const given = [{ words: before }, { words: ruled }, { words: after }, { words: "植树。" }];
  return ownersIn([before, ruled, after, "植树。"], given);
};

test("以下均需… adds its class to every later item", () => {
  const [earlier, , later, unnamed] = all("以下均需各乡镇政府、开发区管委会落实，不再列出");
  expect(earlier).toBe("L县水利局");
  expect(later).toBe("L县交通局 I各乡镇政府 I开发区管委会");
  expect(unnamed).toBe("I各乡镇政府 I开发区管委会 (default)");
});

test("具体任务均涉及…, said of all, adds it to all", () => {
  const [earlier] = all("具体任务均涉及相关乡镇人民政府，不再做分工，下同");
  expect(earlier).toBe("L县水利局 I相关乡镇人民政府");
});

test("a kind of zones beside a class is one of them", () => {
  expect(all("以下均涉及各乡镇、功能区，不再重复列出")[2]).toBe("L县交通局 I各乡镇 I功能区");
});

test("behind those of one item, with 下同, a class is of all later ones", () => {
  const ruled = "修路。（县交通局、县财政局负责；各乡镇政府结合实际落实，下同）";
  const given = [{ words: before }, { words: ruled }, { words: after }];
  expect(ownersIn([before, ruled, after], given)).toEqual([
    "L县水利局",
    "L县交通局 C县财政局 I各乡镇政府",
    "L县交通局 I各乡镇政府",
  ]);
});

test("said in a heading, it is of what stands below it", () => {
  const headed = "二、重点任务（本部分各项任务均需各旗县区人民政府落实，不再列出）";
  const given = [
    { words: before, under: [headed] },
    { words: after, under: ["三、保障措施"] },
  ];
  expect(ownersIn([headed, before, "三、保障措施", after], given)).toEqual([
    "L县水利局 I各旗县区人民政府",
    "L县交通局",
  ]);
});

test("a class that is named already is not added again by another name", () => {
  const ruled = "修路。（县交通局负责。以下均需各乡镇政府落实，不再列出）";
  const given = [{ words: ruled }, { words: "各乡镇要植树。" }];
  expect(ownersIn([ruled, "各乡镇要植树。"], given)[1]).toBe("I各乡镇");
});

test("a sentence that says nothing of the other items adds nothing", () => {
  expect(all("列第一位的为牵头单位，下同")[2]).toBe("L县交通局");
});
