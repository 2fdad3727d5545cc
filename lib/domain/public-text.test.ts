import { expect, test } from "vitest";
import { publicTextRefusal, secrecyIn } from "./public-text";
import { impersonal, marked, personal, unmarked } from "./public-text.labels.fixture";

test("ordinary words, sums and order numbers pass", () => {
  for (const text of [
    "已完成1242.9亿元投资，联系电话见附件。",
    "项目代码 140100202403220001，批次 20240322123456789",
    "保守国家秘密是每个公民的义务",
  ])
    expect(publicTextRefusal(text, "progress")).toBeNull();
});

test("a citizen number with a right check digit is refused, and shown masked", () => {
  expect(publicTextRefusal("联系人身份证11010519491231002X。", "progress")).toEqual({
    code: "personal_data",
    field: "progress",
    params: { found: "110…2X" },
  });
});

test("a second number is found behind one that only looks like it", () => {
  const text = "代码140100202403220001，身份证11010519491231002X";
  expect(publicTextRefusal(text, "progress")?.code).toBe("personal_data");
});

test("a mobile number is refused, also right behind Chinese words", () => {
  expect(publicTextRefusal("请联系13800138000", "problems")?.code).toBe("personal_data");
});

test.each(["绝密", "机密", "秘密★10年"])("a secrecy marking is refused: %s", (marking) => {
  expect(publicTextRefusal(`附件（${marking}）`, "nextSteps")?.code).toBe("secrecy_marking");
});

test.each(marked)("a marking however it is written, named as it was typed: %j", (text, found) => {
  for (const within of [text, `前文。${text}，后文`])
    expect(publicTextRefusal(within, "progress")).toEqual({
      code: "secrecy_marking",
      field: "progress",
      params: { found },
    });
});

test.each(unmarked)("ordinary words are no marking: %j", (text) => {
  expect(publicTextRefusal(text, "progress")).toBeNull();
});

test.each(personal)("a personal number however it is written: %j", (text, found) => {
  expect(publicTextRefusal(`联系：${text}，谢谢`, "body")).toEqual({
    code: "personal_data",
    field: "body",
    params: { found },
  });
});

test.each(impersonal)("figures are nobody's number: %j", (text) => {
  expect(publicTextRefusal(text, "body")).toBeNull();
});

test("every text of an input is looked at, under the key that it stands under", () => {
  const input = {
    key: "k",
    version: 3,
    content: { progress: "好", nextSteps: "机 密★" },
    to: null,
  };
  expect(secrecyIn(input)).toMatchObject({ code: "secrecy_marking", field: "nextSteps" });
  expect(secrecyIn({ names: ["甲", "绝密"] })).toMatchObject({ field: "names" });
  expect(secrecyIn({ ...input, content: {} })).toBeNull();
});
