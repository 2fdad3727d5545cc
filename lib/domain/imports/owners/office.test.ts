import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test("the department with the office of a leading group leads, its members are no owners", () => {
  const text =
    "成立由县长任组长，县教育局、县财政局等部门为成员的领导小组，办公室设在县水利局，负责日常工作。";
  expect(ownersOfText(text)).toBe("L县水利局");
});

test("so where it stands in brackets", () => {
  expect(ownersOfText("县级联席会议办公室（设在县民政局）负责日常工作。")).toBe("L县民政局");
});

test("so is the one where the work of a committee is done", () => {
  expect(ownersOfText("成立委员会，其办事机构设在县水利局。")).toBe("L县水利局");
});

test("whose office it is that a report goes to has nothing to do with it", () => {
  const text = "各乡镇要将进展情况上报县督查组（办公室设在县政府督查室）。";
  expect(ownersOfText(text)).toBe("I各乡镇");
  const other = "各乡镇要将情况报县就业工作领导小组办公室（设在县人社局）。";
  expect(ownersOfText(other)).toBe("I各乡镇");
});

test("so does one with a short name", () => {
  expect(ownersOfText("市安委会统筹推进。市安办设在市应急管理局。")).toMatch(/^L市应急管理局/u);
});

test("an office that is set up nowhere gives no owner", () => {
  expect(ownersOfText("设立县水利局办公室。")).toBe("-");
});
