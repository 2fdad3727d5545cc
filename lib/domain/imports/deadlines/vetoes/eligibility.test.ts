import { describe, expect, test } from "vitest";
import { timesIn } from "@/lib/domain/imports/deadlines/times.fixture";

describe("no deadline", () => {
  test.each<[string, ...string[]]>([
    ["离校5年内高校毕业生"],
    ["毕业2年内的"],
    ["使他们都能在毕业半年内实现就业"],
    ["2000年底前建成的城镇老旧小区"],
    ["2025年底前开工的项目"],
    ["2025年底前未经批准建设的项目一律取缔"],
    ["申请人应当在5日内提交材料"],
    ["自认定之日起3年内支持"],
    ["对2026年底前升规的企业，予以表扬"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});

describe("a deadline", () => {
  test.each<[string, ...string[]]>([
    ["2025年底前建成覆盖全市的服务网络", "2025年底前 | date | 2025-12-31 | year"],
    ["2025年12月底前取得明显的成效", "2025年12月底前 | date | 2025-12-31 | month"],
    ["2025年底前未完成整改，予以通报", "2025年底前 | date | 2025-12-31 | year"],
    ["5日内提交材料", "5日内 | relative | 5 day | day"],
    ["对排查出的隐患，6月底前完成整改", "6月底前 | date | 2025-06-30 | year:document | month"],
  ])("%s", (words, ...times) => expect(timesIn(words)).toEqual(times));
});
