import type { KindRule } from "./question";

const hands =
  /(?:现|予以|将)[^。]{0,60}(?:印发|转发|发布|公布|下发)(?:给你们|如下|实施|施行|[，,。]请)|(?:印发|转发)给你们|特此(?:通知|公告|通告|函复|批复|通报|函告)|^请[^。]{0,40}(?:贯彻执行|贯彻落实|组织实施|遵照执行|抓好落实|认真执行|参照执行)[。]?$|如下[：:]$|^(?:以上|上述)[^，。；]{0,8}[，,]?(?:希|请|望)[^，。；]{0,12}(?:遵照|贯彻|参照|认真)?(?:执行|落实)[。]?$/u;

/** Whether a sentence hands the document over. */
export function isHandingOver(sentence: string): boolean {
  return hands.test(sentence);
}

/** It hands the document over: 现印发给你们, 请认真贯彻执行. */
export const transmittal: KindRule = {
  rule: "transmittal",
  weight: -5,
  speaks: ({ sentences }) => sentences.every(isHandingOver),
};
