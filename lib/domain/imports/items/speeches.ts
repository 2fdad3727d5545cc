import type { Draft } from "./draft";

/** What is said of the meeting itself, whoever numbers it. */
const ofMeeting =
  /^(?:同志们[，,：:！!]?)?\s*(?:现在开会|首先[，,]请|下面[，,]|今天的?会(?:议)?(?:就|到)|参加今天)|散会/u;

/**
 * What is left of a speech: the numbered sections of what it lays out, and of its other paragraphs and of 第一，第二， those that
 * name who does it and by when. The rest calls on those who listen.
 */
export function withoutExhortations(text: string, drafts: readonly Draft[]): Draft[] {
  const kept = drafts.filter(({ path, quotes: [{ start, end }], evidence }) => {
    if (ofMeeting.test(text.slice(start, end).trim())) return false;
    const has = (rule: string) => evidence.some((each) => each.rule === rule);
    return (
      /^[一二三四五六七八九十]+(?:\/|$)/u.test(path) || (has("own_deadline") && has("named_doer"))
    );
  });
  return kept.filter(({ parent }) => parent === null || kept.includes(parent));
}
