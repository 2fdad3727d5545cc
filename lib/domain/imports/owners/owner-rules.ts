/** The rules that read who an item is for. */
export const ownerRules = [
  "cells",
  "bracket",
  "labelled",
  "subject",
  "addressed",
  "by-unit",
  "named-part",
  "described",
  "office",
  "together",
  "inherited",
  "after-list",
  "added-classes",
  "defaults",
] as const;
