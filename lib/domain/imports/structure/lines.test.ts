import { expect, test } from "vitest";
import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { linesOf } from "./lines";

const lineWords = (text: string) =>
  linesOf(readLines(text)).map((line) => (line.kind === "line" ? line.words : ""));
const time = "完成时限：2025年6月底前完成河道清淤，2025年10月底前完成两岸护坡加固";

test("a line that a page broke goes on in the next, but not in one with a label of its own or that closes a list", () => {
  expect(lineWords(`${time}\n和绿化。`)).toEqual([`${time}和绿化。`]);
  expect(lineWords(`${time}\n上述事项每月调度。`)).toEqual([time, "上述事项每月调度。"]);
  expect(lineWords(`${time}\n整改目标：河道畅通。`)).toEqual([time, "整改目标：河道畅通。"]);
});
