import type { KindRule } from "./question";

/** It foretells: 预计到…将达到. */
export const forecast: KindRule = {
  rule: "forecast",
  weight: -3,
  speaks: ({ sentences }) =>
    sentences.every((sentence) =>
      /预计(?=[^，。]*[0-9到将可])|有望|预测(?=[到今明将全])|据统计|据悉|据介绍/u.test(sentence),
    ),
};
