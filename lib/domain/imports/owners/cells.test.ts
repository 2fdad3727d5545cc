import { expect, test } from "vitest";
import { ownersOfRows } from "./owners.fixture";

test("beside a column of leads those responsible help, and a class carries out", () => {
  const rows = [
    ["修路", "县交通局", "县财政局、县水利局，各乡镇人民政府"],
    ["修桥", "各乡镇人民政府", "县交通局"],
    ["修渠", "县水利局、县农业局", "无"],
    ["植树", "县林业局", "各有关部门按职责分工负责"],
    ["招商", "县商务局", "城东、城西经济开发区，各街道、县直各部门"],
    ["引才", "县人社局", "城东经济开发区"],
  ];
  expect(ownersOfRows(["title", "lead", "owners"], rows)).toEqual([
    "L县交通局 C县财政局 C县水利局 I各乡镇人民政府",
    "I各乡镇人民政府 C县交通局",
    "L县水利局 M县农业局",
    "L县林业局 O",
    "L县商务局 I城东 I城西经济开发区 I各街道 O",
    "L县人社局 C城东经济开发区",
  ]);
});

test("villages and streets carry out what they help with", () => {
  const rows = [["办餐", "县民政局", "各镇街"]];
  expect(ownersOfRows(["title", "lead", "cooperating"], rows)).toEqual(["L县民政局 I各镇街"]);
});

test("a space in a cell parts what two of them do", () => {
  expect(
    ownersOfRows(["title", "owners"], [["治水", "县水利局牵头 县财政局、县审计局配合"]]),
  ).toEqual(["L县水利局 C县财政局 C县审计局"]);
});

test("sections of an office each do what they help with, departments named by their function help", () => {
  const rows = [
    ["公开", "办公室牵头，各科室配合"],
    ["检查", "县公安局牵头，民政部门配合"],
  ];
  expect(ownersOfRows(["title", "owners"], rows)).toEqual([
    "L办公室 I各科室",
    "L县公安局 C民政部门",
  ]);
});

test("a column of its own is read like a bracket; whoever builds carries out", () => {
  const rows = [
    ["修路", "县交通局牵头，县财政局配合", "县城投集团"],
    ["修桥", "县交通局\n县财政局", "—"],
    ["修渠", "牵头单位：县水利局；配合单位：县财政局", "/"],
  ];
  expect(ownersOfRows(["title", "owners", "implementing"], rows)).toEqual([
    "L县交通局 C县财政局 I县城投集团",
    "L县交通局 C县财政局",
    "L县水利局 C县财政局",
  ]);
});

test("a person behind the unit is none, two units in a cell are two", () => {
  const rows = [
    ["修路", "县交通局 王强"],
    ["修桥", "县交通局 县财政局"],
    ["修渠", "县水利局、云河"],
    ["清淤", "王大力 县水利局"],
    ["防火", "安监站 安监所"],
    ["植树", "高新园（云河镇） 各街道 云河公司 青川公司"],
    ["种草", "高新园（云河镇）各街道"],
  ];
  expect(ownersOfRows(["title", "lead"], rows)).toEqual([
    "L县交通局",
    "L县交通局 M县财政局",
    "L县水利局 M云河",
    "L县水利局",
    "L安监站 M安监所",
    "I高新园（云河镇） I各街道 L云河公司 M青川公司",
    "I高新园（云河镇） I各街道",
  ]);
});

test("a merged or empty cell and 同上 have the value above, column by column", () => {
  const rows = [
    ["修路", "县交通局", "县财政局"],
    ["修桥", "=", "县水利局"],
    ["修渠", "", ""],
    ["植树", "县林业局", "同上"],
    ["种草", "县农业局", ""],
  ];
  expect(ownersOfRows(["title", "lead", "cooperating"], rows)).toEqual([
    "L县交通局 C县财政局",
    "L县交通局 C县水利局 (inherited)",
    "L县交通局 C县水利局 (inherited)",
    "L县林业局 C县水利局 (inherited)",
    "L县农业局",
  ]);
});

test("an empty cell of those who carry out has the value above beside a lead of its own, one of helpers is empty", () => {
  const rows = [
    ["修路", "县交通局", "各乡镇人民政府", "县财政局"],
    ["修桥", "县水利局", "", ""],
  ];
  expect(ownersOfRows(["title", "lead", "implementing", "cooperating"], rows)).toEqual([
    "L县交通局 C县财政局 I各乡镇人民政府",
    "L县水利局 I各乡镇人民政府 (inherited)",
  ]);
});

test("the party and the government of every county are two classes", () => {
  expect(ownersOfRows(["title", "owners"], [["禁烧", "各县（区）党委、政府"]])).toEqual([
    "I各县（区）党委 I政府",
  ]);
});
