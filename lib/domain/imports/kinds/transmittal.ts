import type { KindRule } from "./question";

const hands =
  /(?:现|予以|将)[^。]{0,60}(?:印发|转发|发布|公布|下发)(?:给你们|如下|实施|施行|[，,。]请)|(?:印发|转发)给你们|特此(?:通知|公告|通告|函复|批复|通报|函告)/u;

/** It hands the document over: 现印发给你们, 请认真贯彻执行. */
export const transmittal: KindRule = {
  rule: "transmittal",
  weight: -5,
  speaks: ({ words }) => hands.test(words),
};
