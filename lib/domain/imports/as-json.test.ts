import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { asJson } from "./as-json";
import { readLines } from "./labelled/documents.fixture";
import { proposalsOf } from "./proposals";

test("proposals are given in words of the text, in the form of the labelled documents", () => {
  const document = readLines(
    "分工表\n序号\t任务\t主要内容\t牵头单位\t配合单位\t完成时限\n1\t新建水厂\t建设水厂2座。\t县水利局\t县财政局、各乡镇人民政府\t2025年底前",
  );
  const [item] = asJson(proposalsOf(document, calendar), document.text);
  expect(item).toMatchObject({
    id: "m001",
    path: "表/1",
    kind: "measure",
    parent: null,
    title: "新建水厂",
    quote: "新建水厂\t建设水厂2座。",
    lead: "县水利局",
    co_leads: [],
    cooperating: ["县财政局"],
    implementing: ["各乡镇人民政府"],
    owner_scope: "own",
    open_ended: false,
    deadlines: [{ verbatim: "2025年底前", kind: "date", end: "2025-12-31" }],
    certainty: "sure",
  });
});

test("parts name the item that they are of, and what may be left out says so", () => {
  const document = readLines(
    "本报讯 方案印发。\n一是推进调整。淘汰落后产能，培育环保产业。\n二是加强监管。每月巡查。",
  );
  const items = asJson(proposalsOf(document, calendar), document.text);
  expect(items.slice(0, 2)).toMatchObject([
    { id: "m001", parent: null },
    { id: "m002", parent: "m001", optional: true },
  ]);
  expect(items[0]).not.toHaveProperty("optional");
});
