import { type Veto, wordsOf } from "./veto";

const made =
  /^(?:[^,。;)]{0,14}?(?:通过\)|(?:颁布|公布|发布|印发|出台|制定|批准)的|令第)|(?:第[^,。;)]{1,3}次)?(?:修订|修正)(?!《)|年?版)/;

/** 2018年修订, 2020年5月28日…通过, 2015年印发的: when a rule was made; 2026年修订《…》 is to be done. */
export const enactment: Veto = {
  rule: "enactment",
  applies: (found, { text }) =>
    found.kind !== "relative" &&
    found.kind !== "recurring" &&
    !/[前内]$/.test(wordsOf(found, text)) &&
    made.test(text.slice(found.to)),
};
