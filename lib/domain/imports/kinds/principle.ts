import type { KindRule } from "./question";

const principles =
  /^(?:[^，。]{1,8}原则。)?(?:\d{4}年，?)?(?:[^，。；]{2,24}要(?=以))?(?:坚持|以[^。]{2,60}为(?:指导|引领|统领|指针|目标|宗旨))/u;

/** It is a principle: 坚持…相结合, 以…为指导. */
export const principle: KindRule = {
  rule: "principle",
  weight: -3,
  speaks: ({ sentences }) => sentences.every((sentence) => principles.test(sentence)),
};
