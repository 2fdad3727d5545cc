import { expect, test } from "vitest";
import { readDocument } from "@/lib/domain/imports/blocks";
import { factsOf } from "./facts-of";

function factsIn(...words: string[]) {
  const document = readDocument(words.map((text) => ({ kind: "paragraph", text })));
  const { datedOn, ...places } = factsOf(document);
  const shown = Object.entries(places).map(([name, place]) => [
    name,
    place && document.text.slice(place.start, place.end),
  ]);
  return { ...Object.fromEntries(shown), datedOn };
}

test("a notice says all of itself", () => {
  expect(
    factsIn(
      ...["某市人民政府文件", "某政发〔2025〕18号", "某市人民政府关于印发《整改方案》的通知"],
      ...["各区人民政府：", "请执行。", "某市人民政府", "2025年9月22日", "整改方案"],
    ),
  ).toEqual({
    title: "某市人民政府关于印发《整改方案》的通知",
    planTitle: "整改方案",
    number: "某政发〔2025〕18号",
    issuer: "某市人民政府",
    dated: "2025年9月22日",
    datedOn: "2025-09-22",
  });
});

test("where nobody signed the red head names the issuer, else the title", () => {
  expect(factsIn("某省水利厅文件", "关于开展检查的通知", "各市：", "请执行。").issuer).toBe(
    "某省水利厅",
  );
  expect(factsIn("某省水利厅关于开展检查的通知", "各市：", "请执行。").issuer).toBe("某省水利厅");
});

test("a press page says nothing of itself", () => {
  expect(factsIn("十项措施推动改善", "本报讯 3月21日,省政府召开发布会。")).toEqual({
    ...{ title: null, planTitle: null, number: null, issuer: null, dated: null, datedOn: null },
  });
});
