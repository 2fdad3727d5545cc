import { expect, test } from "vitest";
import { unitResolver } from "./resolution";
import type { UnitName } from "./unit-names";

const unit = (id: string, name: string, more: Partial<UnitName> = {}): UnitName => ({
  id,
  name,
  shortName: null,
  aliases: [],
  kind: "department",
  memberKinds: null,
  names: [],
  closedOn: null,
  mergedIntoId: null,
  ...more,
});
const environment = unit("environment", "青岭省生态环境厅", {
  shortName: "省生态环境厅",
  names: [
    { fromOn: "2000-01-01", name: "青岭省环境保护厅", shortName: "省环境保护厅" },
    { fromOn: "2018-11-01", name: "青岭省生态环境厅", shortName: "省生态环境厅" },
  ],
});
const units = [
  environment,
  unit("finance", "省财政厅"),
  unit("market", "省市场监管局", { aliases: ["省知识产权局"] }),
  unit("reform", "省发展和改革委员会", { shortName: "省发展改革委" }),
  unit("streets", "市城市管理局"),
  unit("education", "省教育厅"),
  unit("party", "市委"),
  unit("organisation", "市委组织部"),
  unit("statistics", "省统计局"),
  unit("statistics-a", "云水市统计局"),
  unit("statistics-b", "河东市统计局"),
  unit("city", "云水市人民政府", { kind: "city" }),
  unit("all-districts", "各县区", { kind: "collective", memberKinds: ["district"] }),
  unit("all-cities", "各市人民政府", { kind: "collective", memberKinds: ["city"] }),
  unit("old", "省旅游局", { closedOn: "2018-11-01", mergedIntoId: "culture" }),
  unit("culture", "省文化和旅游厅"),
  unit("emergency", "省应急管理厅（省安委办）"),
  unit("gone", "省盐务局", { closedOn: "2017-01-01" }),
];
const resolved = (name: string, on = "2025-06-01") => {
  const { unitId, find, choices } = unitResolver(units, on)(name);
  return find === "ambiguous" ? choices : unitId;
};

test.each([
  ["a name", "省财政厅", "finance"],
  ["a short name", "省发展改革委", "reform"],
  ["white space and width", "省 财政厅", "finance"],
  ["an alias", "省知识产权局", "market"],
  ["two names in one", "省市场监管局（省知识产权局）", "market"],
  ["a second name that is not known", "省教育厅（省委教育工委）", "education"],
  ["人民政府 and 政府", "云水市政府", "city"],
  ["委员会 and 委, with and without 和", "省发展和改革委", "reform"],
  ["和 left out", "省文化旅游厅", "culture"],
  ["the level left out", "财政厅", "finance"],
  ["the province named", "青岭省财政厅", "finance"],
  ["市 that is no level", "市场监管局", "market"],
  ["城市 that is no place", "城市管理局", "streets"],
  ["the longer of two names", "市委组织部", "organisation"],
  ["an inner office", "省教育厅基础教育处", "education"],
  ["the longest with an inner office", "市委组织部干部科", "organisation"],
  ["a unit that was merged", "省旅游局", "culture"],
])("%s", (_, name, id) => {
  expect(resolved(name)).toBe(id);
});

test.each(["省统计厅", "市财政局", "县教育局", "省盐务局", "", "（）", "某某公司"])(
  "“%s” is no unit",
  (name) => {
    expect(resolved(name)).toBeNull();
  },
);

test("a name in short that nobody has entered is asked about with the units it may be", () => {
  const named = [
    unit("housing", "省住房和城乡建设厅", { shortName: "省住房城乡建设厅" }),
    unit("city-housing", "云水市住房和城乡建设局"),
    unit("industry", "省工业和信息化厅"),
    unit("forest", "省林业和草原局"),
  ];
  const ask = (name: string) => unitResolver(named, "2025-06-01")(name);
  expect(ask("省住建厅")).toEqual({ unitId: null, find: "ambiguous", choices: ["housing"] });
  expect(ask("省工信厅").choices).toEqual(["industry"]);
  expect(ask("住建厅").choices).toEqual(["housing"]);
  expect(ask("市住建局").choices).toEqual(["city-housing"]);
  for (const none of ["省住建局", "市工信厅", "省农厅", "省林厅"])
    expect([none, ask(none).find]).toEqual([none, "unknown"]);
});

test("a renamed unit has the name of the document's day, and its other names where no other unit has them", () => {
  expect(resolved("省环境保护厅", "2016-05-01")).toBe("environment");
  expect(resolved("省生态环境厅", "2016-05-01")).toBe("environment");
  expect(resolved("省环境保护厅", "2025-05-01")).toBe("environment");
  const successor = unit("bureau", "省环境保护厅", {
    names: [{ fromOn: "2020-01-01", name: "省环境保护厅", shortName: null }],
  });
  const both = [environment, { ...successor, name: "省环境保护厅" }];
  const named = unitResolver(both, "2025-05-01")("省环境保护厅");
  expect(named).toEqual({ unitId: "bureau", find: "name", choices: ["bureau"] });
});

test("what several fit alike is a question", () => {
  expect(resolved("统计局")).toEqual(["statistics", "statistics-a", "statistics-b"]);
  expect(resolved("省财政厅（省教育厅）")).toEqual(["finance", "education"]);
});

test.each([
  ["各县区", "all-districts"],
  ["各县（市、区）人民政府", "all-districts"],
  ["各区（县、市）政府", "all-districts"],
  ["各市人民政府", "all-cities"],
  ["各设区市人民政府", "all-cities"],
])("the class %s is a collective unit", (name, id) => {
  expect(resolved(name)).toBe(id);
});

test.each([
  ["省财政厅", "name"],
  ["省 财政厅", "name"],
  ["省生态环境厅", "short_name"],
  ["省知识产权局", "alias"],
  ["省市监局（省知识产权局）", "alias"],
  ["省环境保护厅", "former_name"],
  ["省旅游局", "former_name"],
  ["财政厅", "without_place"],
  ["各县区", "name"],
  ["各区（县、市）政府", "collective"],
  ["省教育厅基础教育处", "office"],
  ["统计局", "ambiguous"],
  ["有关县（市、区）人民政府", "ambiguous"],
  ["省扬尘办", "unknown"],
  ["厅", "unknown"],
])("%s is found by its %s", (name, find) => {
  expect(unitResolver(units, "2025-06-01")(name).find).toBe(find);
});

test("a full name goes before the short name of another unit, and an alias of two is a question", () => {
  const [full, short] = [
    unit("full", "能源局"),
    unit("short", "省能源局", { shortName: "能源局" }),
  ];
  const aliases = { aliases: ["市教育局"] };
  const two = [unit("a", "太原市教育局", aliases), unit("b", "大同市教育局", aliases)];
  const resolve = unitResolver([full, short, ...two], "2025-06-01");
  expect(resolve("能源局").unitId).toBe("full");
  expect(resolve("市教育局").choices).toEqual(["a", "b"]);
});

test("300 owners are found among 3,000 units", { timeout: 60_000 }, () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    unit(`${i}`, `第${i}市生态环境局`, {
      aliases: [`${i}市环境局`],
      names: [{ fromOn: "2000-01-01", name: `第${i}市环境保护局`, shortName: null }],
    }),
  );
  const resolve = unitResolver(many, "2025-06-01");
  const owners = Array.from({ length: 100 }, (_, i) => [
    ...[`第${i}市环境保护局`, "生态环境局", `第${i}市生态环境局第一管理处`],
  ]).flat();
  const found = owners.filter((owner) => resolve(owner).unitId !== null);
  expect(found).toHaveLength(200);
});

test("a class of two kinds is not the collective of one, and of 有关… only some are meant", () => {
  expect(resolved("各市、县人民政府")).toBeNull();
  expect(resolved("有关县（市、区）人民政府")).toEqual(["all-districts"]);
  expect(resolved("各高校")).toBeNull();
});

test("a unit that is called by two names, one in a bracket, is found by just that name", () => {
  expect(resolved("省应急管理厅（省安委办）")).toBe("emergency");
  expect(resolved("省应急管理厅(省安委办)")).toBe("emergency");
});
