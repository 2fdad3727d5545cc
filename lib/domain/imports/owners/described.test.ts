import { expect, test } from "vitest";
import { ownersOfText } from "./owners.fixture";

test.each([
  ["所有使用财政资金的部门都要公开预决算。", "I所有使用财政资金的部门"],
  ["被通报的单位要在10日内书面说明。", "I被通报的单位"],
  ["有在建工程的县（市、区）要建立档案。", "I有在建工程的县（市、区）"],
  ["承担改革任务的部门和单位要建立台账。", "I承担改革任务的部门和单位"],
  ["除涉密信息外，负有监管职责的部门应当公开清单。", "I负有监管职责的部门"],
])("a class that is described, not named: %s", (words, owners) => {
  expect(ownersOfText(words)).toBe(owners);
});

test.each(["对排名靠后的单位要约谈。", "完不成任务的单位要严肃追责。", "排名靠前的乡镇予以奖励。"])(
  "to whom something is done is no owner: %s",
  (words) => {
    expect(ownersOfText(words)).toBe("-");
  },
);
