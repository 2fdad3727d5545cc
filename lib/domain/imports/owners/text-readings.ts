import { bracketReadings } from "./bracket";
import { byUnitReadings } from "./by-unit";
import { describedReadings } from "./described";
import { labelledReading } from "./labelled";
import { namedPartReadings } from "./named-part";
import { officeReadings } from "./office";
import type { Reading } from "./reading";
import type { Stretch } from "./stretch";
import { subjectReadings } from "./subject";
import { togetherReadings } from "./together";

/** What a text says of owners in so many words: in a bracket, else behind a label. */
export function markedReadings(stretch: Stretch): Reading[] {
  const bracketed = bracketReadings(stretch);
  if (bracketed.length > 0) return bracketed;
  const labelled = labelledReading(stretch);
  return labelled && (labelled.mentions.length > 0 || labelled.isOpenEnded) ? [labelled] : [];
}

/**
 * What its sentences say: their subjects, whom they call “you” (`addressed`) and the units behind 由, in the order of the
 * text; with whom only beside those.
 */
export function sentenceReadings(
  stretch: Stretch,
  { onlyOrders = false, addressed = [] as readonly Reading[] } = {},
): Reading[] {
  const office = officeReadings(stretch);
  const told = [...subjectReadings(stretch, onlyOrders), ...addressed, ...byUnitReadings(stretch)];
  const isUnitTold = told.some(({ mentions }) => mentions.some(({ form }) => form === "unit"));
  const found = [
    ...told,
    ...namedPartReadings(stretch).filter((each) => !(isUnitTold && isOfGroup(each))),
    ...describedReadings(stretch),
  ].sort(byPlace);
  if (found.length + office.length === 0) return [];
  return [...office, ...found, ...togetherReadings(stretch)];
}
/** 发挥领导小组统筹作用，市水利局要…: beside a unit that is told what to do, a group of several is no owner. */
const isOfGroup = ({ mentions }: Reading) =>
  mentions.every(({ words }) => /(?:领导小组|委员会|联席会议)$/u.test(words));
const byPlace = (a: Reading, b: Reading) => (a.verbatim?.start ?? 0) - (b.verbatim?.start ?? 0);
