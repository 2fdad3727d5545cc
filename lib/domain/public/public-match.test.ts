import { expect, test } from "vitest";
import { concerns, unitsUnder } from "./public-match";

test("a city is meant with its districts and what is theirs", () => {
  const units = [
    { code: "ecology", parentCode: "government" },
    { code: "fire-team", parentCode: "yingze" },
    { code: "yingze", parentCode: "taiyuan" },
    { code: "taiyuan", parentCode: "government" },
  ];
  expect([...unitsUnder("taiyuan", units)].sort()).toEqual(["fire-team", "taiyuan", "yingze"]);
});

test("a task concerns whoever leads it or takes part in it", () => {
  const isEcology = (code: string) => code === "ecology";
  expect(concerns({ leadCode: "ecology", cooperating: [] }, isEcology)).toBe(true);
  expect(concerns({ leadCode: null, cooperating: [{ code: "ecology" }] }, isEcology)).toBe(true);
  expect(concerns({ leadCode: "energy", cooperating: [] }, isEcology)).toBe(false);
});
