import { expect, test } from "vitest";
import { closesAsRequirement, sectionKind } from "./sections";

test.each([
  ["指导思想", "none"],
  ["基本原则", "none"],
  ["申报条件", "none"],
  ["贷款的使用范围及项目条件", "none"],
  ["夯实农村改革基础", null],
  ["筑牢安全发展基础", null],
  ["创造良好条件", null],
  ["围绕双碳目标推进转型", null],
  ["改革基础", "none"],
  ["改善办学条件", null],
  ["扩大使用范围", null],
  ["报告内容", "none"],
  ["督查内容", "none"],
  ["工作内容", null],
  ["总体要求", "general"],
  ["发展目标", "goal"],
  ["工作目标", "goal"],
  ["目标考核", null],
  ["保障措施", "requirement"],
  ["加大组织保障力度", "requirement"],
  ["工作要求", "requirement"],
  ["下步要求", "requirement"],
  ["整改要求", "requirement"],
  ["加强党对教育工作的全面领导", "requirement"],
  ["主要成效", "none"],
  ["总体目标和要求", "general"],
  ["加强督查，确保成效", null],
  ["加强领导", "requirement"],
  ["加强对治水工作的组织领导", "requirement"],
  ["领导小组职责", null],
  ["工作进度", null],
  ["政策支持", null],
  ["健全服务保障体系", null],
])("under %s stands what is %s", (heading, kind) => {
  expect(sectionKind(heading)).toBe(kind);
});

test.each([
  ["强化支撑保障", true],
  ["强化督查考核", true],
  ["压实各方责任", true],
  ["保障粮食安全", false],
  ["提升保障水平", false],
  ["健全社会保障体系", false],
  ["发展现代农业", false],
])("as the last section, %s is about carrying out: %s", (heading, isAbout) => {
  expect(closesAsRequirement(heading)).toBe(isAbout);
});
