import type { KindRule } from "./question";

const about =
  /^《[^》]{1,40}》(?:以[^。]{2,60}为指导|分为|由[^。]{2,40}组成|共[^。]{1,12}[章条项])/u;

/** 《安排》分为两档: it tells what a document is like. */
export const aboutDocument: KindRule = {
  rule: "about_document",
  weight: -6,
  speaks: ({ words }) => about.test(words),
};
