import { sentenceBefore } from "@/lib/domain/imports/deadlines/clauses";
import type { Veto } from "./veto";

/** 预计到2027年，市场规模…: nobody has to see to it. */
export const forecast: Veto = {
  rule: "forecast",
  applies: ({ from }, { text }) =>
    /(?:预计|预测(?!预警|预报|机制|和|、)|预期|据测算|有望)[^。;]{0,12}$/.test(
      sentenceBefore(text, from),
    ),
};
