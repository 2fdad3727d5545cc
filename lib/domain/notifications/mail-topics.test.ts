import { expect, test } from "vitest";
import { mailTopicOf, mailTopics, sentencesAbout } from "./mail-topics";

test.each([
  ["task_assigned", "tasks"],
  ["submission_to_decide", "submissions"],
  ["comment_mention", "comments"],
  ["letter_received", "letters"],
  ["delegation_granted", "delegations"],
  ["chase_sent", "reminders"],
  ["reminder_digest", "reminders"],
  ["escalation_reminded", "reminders"],
  ["escalation_raised", "reminders"],
])("%s is about %s", (sentence, topic) => {
  expect(mailTopicOf(sentence)).toBe(topic);
});

test("every topic has something to say, nothing is said under two, and without a topic nothing is", () => {
  const each = mailTopics.map((topic) => sentencesAbout([topic]));
  expect(each.every(({ length }) => length > 0)).toBe(true);
  expect(each.flat().sort()).toEqual(sentencesAbout(mailTopics).sort());
  expect(new Set(each.flat()).size).toBe(each.flat().length);
  expect(sentencesAbout([])).toEqual([]);
});
