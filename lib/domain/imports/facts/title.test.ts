import { describe, expect, test } from "vitest";
import { documentOf } from "./lines.fixture";
import { planTitleOf, titleOf } from "./title";

function titlesIn(...words: string[]) {
  const { text, lines, shown } = documentOf(...words);
  const title = titleOf(text, lines);
  return [shown(title), shown(planTitleOf(text, lines, title))];
}
const rest = ["各区人民政府：", "现印发给你们，请认真执行。"];

describe("the title in the head", () => {
  test("on one line, or broken over several", () => {
    expect(titlesIn("某市关于促进发展的若干意见", ...rest)[0]).toBe("某市关于促进发展的若干意见");
    expect(
      titlesIn("某市关于全面推行", "公示制度", "审核制度的指导意见", "某发〔2018〕1号", ...rest)[0],
    ).toBe("某市关于全面推行公示制度审核制度的指导意见");
  });

  test("a list that is called by what it lists", () => {
    expect(titlesIn("某市2025年重点任务分解", "一、修渠。")[0]).toBe("某市2025年重点任务分解");
    expect(titlesIn("某市2025年重点工作", "一、修渠。")[0]).toBe("某市2025年重点工作");
  });

  test("below the red head and the number", () => {
    expect(
      titlesIn(
        "某市人民政府文件",
        "某政发〔2025〕3号",
        "某市人民政府关于印发",
        "2025年重点任务分工的通知",
        ...rest,
      )[0],
    ).toBe("某市人民政府关于印发2025年重点任务分工的通知");
  });

  test("a name broken inside 《》 is not its end", () => {
    expect(titlesIn("某市关于印发《网站集约化", "试点工作方案》的通知", ...rest)[0]).toBe(
      "某市关于印发《网站集约化试点工作方案》的通知",
    );
  });

  test("the years of a plan belong to it; a plan may stand alone", () => {
    expect(
      titlesIn("某市水污染防治三年行动方案（2024—2026年）", "为贯彻落实要求，制定本方案。"),
    ).toEqual(["某市水污染防治三年行动方案（2024—2026年）", null]);
  });

  test("a text without one has none", () => {
    expect(titlesIn("今天下雨。", "明天不下。")).toEqual([null, null]);
  });
});

describe("the plan that a notice brings", () => {
  test("is its own title line where it is attached", () => {
    const lines = [
      "某市关于印发《整改方案》的通知",
      ...rest,
      "某市人民政府",
      "2025年9月22日",
      "整改方案",
      "一、目标",
    ];
    const { text, lines: read } = documentOf(...lines);
    const plan = planTitleOf(text, read, titleOf(text, read));
    expect(plan?.start).toBe(text.lastIndexOf("整改方案"));
  });

  test("also without 《》, as a table, or broken over lines", () => {
    expect(titlesIn("某市关于印发重点任务分工的通知", ...rest, "附件", "重点任务分工表")[1]).toBe(
      "重点任务分工表",
    );
    expect(titlesIn("某市关于印发《水污染防治方案》的通知", ...rest, "水污染防治", "方案")[1]).toBe(
      "水污染防治方案",
    );
  });

  test("else its name in the notice's title; an opinion brings none", () => {
    expect(titlesIn("某市关于印发《整改方案》的通知", ...rest)[1]).toBe("整改方案");
    expect(titlesIn("某市关于促进发展的若干意见", ...rest)[1]).toBeNull();
  });
});
