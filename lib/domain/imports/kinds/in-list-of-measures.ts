import type { KindRule } from "./question";

/** It is numbered in a section of measures or of requirements. */
export const inListOfMeasures: KindRule = {
  rule: "in_list_of_measures",
  weight: 2,
  speaks: ({ place }) => place === "measure" || place === "requirement",
};
