const said =
  /^(?:会议|.{0,12}(?:同志|县长|市长|省长|书记|主任))(?:研究|审议|传达|听取|强调|指出|要求|决定|议定|明确|确定|认为|同意|原则同意|原则通过|通报)(?:以下事项|如下)?(?<stop>[，,：:])?/u;

const brings =
  /(?:^|。)会议(?:研究|强调|指出|要求|决定|议定|明确|确定|同意|原则同意)(?:以下事项|如下)?[：:]$/u;

/** Whether a paragraph brings what a meeting decided, each decision in a numbered paragraph behind it (会议要求：). */
export function bringsDecisions(words: string): boolean {
  return brings.test(words);
}

/**
 * How many signs bring what a meeting decided (“会议要求，”), 0 where the sentence itself says it (会议同意…方案); null of a
 * paragraph that is none of a meeting.
 */
export function saidByMeeting(words: string): number | null {
  const found = said.exec(words);
  if (found === null) return null;
  return found.groups?.stop === undefined ? 0 : found[0].length;
}
