import { expect, test } from "vitest";
import { readDocument } from "./blocks";

test("a row begins on a line of its own, also where its first cell is merged with the one above", () => {
  const { text, blocks } = readDocument([
    { kind: "paragraph", text: " 任务清单 " },
    {
      kind: "table",
      rows: [
        [
          { text: "扬尘", column: 0 },
          { text: "一", column: 1 },
        ],
        [
          { text: "", column: 0, isMerged: true },
          { text: "二", column: 1 },
        ],
      ],
    },
  ]);
  expect(text).toBe("任务清单\n\n扬尘\t一\n\n二");
  expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
    "任务清单",
    "扬尘",
    "一",
    "扬尘",
    "二",
  ]);
});
