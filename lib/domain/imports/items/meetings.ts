/** “会议要求，”: how long the words are by which minutes bring what a meeting decided; null where a paragraph has none. */
export function saidByMeeting(words: string): number | null {
  const found =
    /^(?:会议|.{0,12}(?:同志|县长|市长|省长|书记|主任))(?:研究)?(?:听取|强调|指出|要求|决定|议定|明确|确定|认为|同意|原则同意|审议通过|审议)(?:以下事项|如下)?[，,：:]?/u.exec(
      words,
    );
  return found === null ? null : found[0].length;
}
