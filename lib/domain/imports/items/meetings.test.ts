import { expect, test } from "vitest";
import { itemsIn } from "./items.fixture";

test("minutes: what the meeting decided, each numbered part by itself; what it heard is none", () => {
  const text = `专题会议纪要
一、关于停车设施
会议听取了县住建局的汇报。
会议议定：一是由县住建局牵头编制规划；二是县财政局落实资金。
二、关于停车秩序
会议要求，县公安局要开展违停整治，每月通报一次。`;
  expect(itemsIn(text)).toEqual([
    "一/¶2/一是 measure 由县住建局牵头编制规划",
    "一/¶2/二是 measure 县财政局落实资金",
    "二/¶1 measure 县公安局要开展违停整治，每月通报一次",
  ]);
});

test("minutes: what stands behind 会议强调 in a paragraph is numbered by itself; a sentence of approval is whole", () => {
  expect(
    itemsIn(
      "常务会议纪要\n一、传达学习会议精神\n会议传达学习了全国会议精神。会议强调，一要提高站位，增强责任感；二要开展隐患排查。\n二、研究地铁建设\n会议同意融资方案，请市财政局做好配合。",
    ),
  ).toEqual([
    "一/¶1/一要 measure 提高站位",
    "一/¶1/二要 measure 开展隐患排查",
    "二/¶1 measure 会议同意融资方案，请市财政局做好配合",
  ]);
});

test("minutes: what the meeting said of all it decided closes them; numbered parts of it are measures", () => {
  const decided =
    "专题会议纪要\n一、关于管网迁改\n（一）县住建局要优化方案。\n（二）县财政局要落实资金。\n二、关于安全生产。县住建局要排查隐患。\n";
  const said =
    "会议要求，各责任单位要制定任务清单，每月向县政府办公室报送一次进展情况，县政府办公室要加强督办。";
  const items = [
    "一/（一） measure 县住建局要优化方案",
    "一/（二） measure 县财政局要落实资金",
    "二 measure 关于安全生产",
  ];
  expect(itemsIn(decided + said)).toEqual([...items, "¶结尾 requirement 各责任单位要制定任务清单"]);
  expect(itemsIn(`${decided}会议强调，一要提高站位，压实责任；二要守牢底线，抓好排查。`)).toEqual([
    ...items,
    "¶结尾/一要 measure 提高站位",
    "¶结尾/二要 measure 守牢底线，抓好排查",
  ]);
});

test("minutes: what is numbered behind 会议要求： in paragraphs is no part of what the meeting heard", () => {
  expect(
    itemsIn(
      "常务会议纪要\n一、关于停车设施\n会议听取了县住建局的汇报。会议指出，停车难要抓紧解决。\n会议要求：\n一是要编制规划，由县住建局会同县交通局摸清底数。\n二是要落实资金，县财政局要足额安排。\n二、关于停车秩序\n会议要求，县公安局要开展违停整治。",
    ),
  ).toEqual([
    "一/一是 measure 要编制规划，由县住建局会同县交通局摸清底数",
    "一/二是 measure 要落实资金，县财政局要足额安排",
    "二/¶1 measure 县公安局要开展违停整治",
  ]);
});
