import type { KindRule } from "./question";

const done =
  /近年来|以来[，,]|^(?:截至|截止)[^，。]{2,16}[，,]|(?:^|[，,])(?:目前|此前|日前|近日|去年|今年前)[^。]*|(?<!(?:确保|力争|推动|促进|争取|务求|努力)[^，。；]{0,24})取得了?[^，。]{0,8}(?:成效|进展|成绩|成果)|已(?:经|完成|建成|印发|启动|获|于)[^，。]{0,30}$|(?:完成|开展|建成|增长|下降|回升|获得|举行|实施)了|同比/u;

/** It tells what was done: 已, 以来, 取得了成效. */
export const deedDone: KindRule = {
  rule: "deed_done",
  weight: -2,
  speaks: ({ sentences }) => sentences.every((sentence) => done.test(sentence)),
};
