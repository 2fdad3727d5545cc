import { expect, test } from "vitest";
import { itemsIn } from "./items.fixture";

test("what is called a goal below general requirements is one where it says in which year", () => {
  const text = (goal: string) =>
    itemsIn(
      `意见\n一、总体要求\n1.指导思想。坚持为民。\n2.${goal}\n二、任务\n3.建设水厂。新建水厂。`,
    )[0];
  expect(text("目标任务。2025年在改革上取得决定性进展。")).toBe("一/2 goal 目标任务");
  expect(text("目标任务。改革取得进展。")).toBe("二/3 measure 建设水厂");
  expect(text("工作原则。2025年以来坚持为民。")).toBe("二/3 measure 建设水厂");
});

test("what a letter numbers about a plan that is not attached is about carrying it out", () => {
  const text = (end: string) =>
    `关于印发治水方案的通知\n各乡镇人民政府：\n现将《治水方案》印发给你们，${end}：\n1.明确任务。各牵头单位要细化举措。\n2.开展宣传。各责任单位要编印手册。\n县政府办公室\n2025年3月2日`;
  const kinds = (end: string) => itemsIn(text(end)).map((item) => item.split(" ")[1]);
  expect(kinds("并就抓好方案落实通知如下")).toEqual(["requirement", "requirement"]);
  expect(kinds("今年治水任务如下")).toEqual(["measure", "measure"]);
  const divided =
    "各乡镇：\n县政府决定将治水任务逐项分解下达。现将有关事项通知如下：\n一、各乡镇要细化举措。\n二、各村要编印手册。\n附件：任务分解表\n2025年3月2日";
  expect(itemsIn(divided).map((item) => item.split(" ")[1])).toEqual([
    "requirement",
    "requirement",
  ]);
});

test("a letter without numbers, whose plan is not attached, is about carrying it out", () => {
  const text = (hands: string) =>
    `关于分解任务的通知\n各乡镇：\n${hands}\n各乡镇要把任务细化分解到人。\n县政府办公室\n2025年3月2日`;
  expect(itemsIn(text("现将《任务分解表》印发给你们。"))).toEqual([
    "¶2 requirement 各乡镇要把任务细化分解到人",
  ]);
  expect(itemsIn(text("防汛形势严峻。"))).toEqual(["¶2 measure 各乡镇要把任务细化分解到人"]);
});

test("what a letter asks for as requirements is some", () => {
  const text = (lead: string) =>
    `关于开展考核的通知\n各乡镇：\n今年继续对项目进行考核。${lead}：\n一、压实责任。各乡镇要细化任务。\n二、新建泵站。各部门要加强配合。\n2025年3月2日`;
  const kinds = (lead: string) => itemsIn(text(lead)).map((item) => item.split(" ")[1]);
  expect(kinds("现将有关要求通知如下")).toEqual(["requirement", "requirement"]);
  expect(kinds("现印发给你们，请结合以下要求认真贯彻执行")).toEqual(["requirement", "requirement"]);
  expect(kinds("今年任务如下")).toEqual(["measure", "measure"]);
});

test("what is numbered below “以下目标：” are goals, with or without a value", () => {
  const text = (lead: string) =>
    `方案\n一、目标任务\n坚持为民。${lead}\n（一）制度更加完善。健全培训政策。\n（二）规模更大。新增人才十万人。\n二、任务\n（三）建设水厂。新建水厂。`;
  expect(itemsIn(text("到2025年，力争实现以下目标："))).toEqual([
    "一/（一） goal 制度更加完善",
    "一/（二） goal 规模更大",
    "二/（三） measure 建设水厂",
  ]);
});

test("a letter that says the plan is handed out here is about carrying it out", () => {
  const text =
    "关于印发分解方案的通知\n各乡镇：\n现予以印发，请认真组织实施。\n各乡镇要把任务细化分解到人。\n县政府办公室\n2025年3月2日";
  expect(itemsIn(text)).toEqual(["¶2 requirement 各乡镇要把任务细化分解到人"]);
});

test("a day written with the letter O parts the letter from its plan", () => {
  const text =
    "关于印发细则的通知\n各部门：\n现将《细则》印发给你们。各部门要于1月10日前报送细则。\n二OO三年十二月四日\n公开细则\n一、形式\n各部门要设立公开栏。\n二、检查\n县监察局每半年检查一次。";
  expect(itemsIn(text)[0]).toMatch(/^通知\/¶1 requirement/u);
});
