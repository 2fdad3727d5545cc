import type { KindRule } from "./question";

const meaning = /^[^，。]{1,30}(?:是指|指的是|系指)|本[^，。]{1,8}所称/u;

/** It says what a word means: 是指, 本办法所称. */
export const definition: KindRule = {
  rule: "definition",
  weight: -2,
  speaks: ({ sentences }) => sentences.some((sentence) => meaning.test(sentence)),
};
