import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["云河镇要加快征迁。", "L云河镇"],
  ["征地拆迁由云河镇负责。", "L云河镇"],
  ["云河镇、丙水乡须建立台账。", "L云河镇 C丙水乡"],
  ["高新区要建立台账。", "L高新区"],
  ["柳溪派出所要加强巡查。", "L柳溪派出所"],
  ["汛期（5月1日至9月30日）云河镇要安排专人值守。", "L云河镇"],
  ["云河灌区管理总局、丙水工程管理处要加快前期工作。", "L云河灌区管理总局 C丙水工程管理处"],
])("a place that is told something stands for its government: %s", (text, owners) => {
  expect(ownersOfText(text)).toBe(owners);
});

test.each([
  "特色小镇要突出特色。",
  "重点镇要加快发展。",
  "全镇要加强管理。",
  "新区要提速，城区要加强巡查，示范村要对标。",
  "云河镇供水覆盖率提高。",
])("no place by name, or none that is told anything: %s", (text) => {
  expect(ownersOfText(text)).toBe("-");
});
