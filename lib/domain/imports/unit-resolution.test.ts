import { expect, test } from "vitest";
import { unitResolver } from "./unit-resolution";

const unit = (id: string, name: string, over: object = {}) => ({
  ...{ id, name, shortName: null, aliases: [], kind: "department" as const, formerNames: [] },
  ...over,
});
const resolve = unitResolver([
  unit("ecology", "山西省生态环境厅", { shortName: "省生态环境厅", formerNames: ["省环境保护厅"] }),
  unit("market", "省市场监督管理局", { aliases: ["省市场监管局", "省知识产权局"] }),
  unit("a", "太原市教育局", { aliases: ["市教育局"] }),
  unit("b", "大同市教育局", { aliases: ["市教育局"] }),
  unit("police", "省公安厅"),
]);

test.each([
  ["山西省生态环境厅", "ecology", "name"],
  ["省生态环境厅", "ecology", "short_name"],
  ["省市场监管局（省知识产权局）", "market", "alias"],
  ["省市监局（省知识产权局）", "market", "alias"],
  ["省环境保护厅", "ecology", "former_name"],
  ["生态环境厅", "ecology", "without_place"],
  ["公安厅", "police", "without_place"],
  ["省 公安厅", "police", "name"],
  ["市教育局", null, "ambiguous"],
  ["教育局", null, "ambiguous"],
  ["省扬尘办", null, "unknown"],
  ["厅", null, "unknown"],
])("%s is %s, by its %s", (words, unitId, find) => {
  expect(resolve(words)).toMatchObject({ unitId, find });
});

test("what is ambiguous says what it might be", () => {
  expect(resolve("市教育局").choices).toEqual(["a", "b"]);
});
