import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readLines } from "./labelled/documents.fixture";
import { proposalsOf } from "./proposals";

const certaintyIn = (rows: string[]) =>
  proposalsOf(
    readLines(["分工表", "工作任务\t序号\t具体要求\t责任单位\t完成时限", ...rows].join("\n")),
    calendar,
  ).candidates.map(({ certainty }) => certainty);

test("a row whose cell stands alone in a column that names groups elsewhere is not sure", () => {
  const alone = "加强宣传\t1\t组织宣传活动。\t县水利局\t2025年底前";
  const shared = [
    "做好公开\t2\t开展自查。\t县水利局\t2025年6月底前",
    "\t3\t编制年度报告。\t县水利局\t2025年7月底前",
  ];
  expect(certaintyIn([alone])).toEqual(["sure"]);
  expect(certaintyIn([alone, ...shared])).toEqual(["likely", "sure", "sure"]);
});
