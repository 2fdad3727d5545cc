import { expect, test } from "vitest";
import { publicTextRefusal } from "./public-text";

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
