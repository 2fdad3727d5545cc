import { describe, expect, it, test } from "vitest";
import { fillText, textRefusal } from "./texts";

describe("what the words of a message may be", () => {
  it.each([
    ["fine", "task_sent_back", "{lead}：退回。{reason}"],
    ["fine", "task_sent_back", "{reason}{lead}{lead}"],
    ["placeholder_missing", "task_sent_back", "{lead}：退回。"],
    ["placeholder_unknown", "task_sent_back", "{lead}{reason}{secret}"],
    ["braces_stray", "task_sent_back", "{lead}{reason} {"],
    ["braces_stray", "task_sent_back", "{lead}{reason} {原因}"],
    ["braces_stray", "task_sent_back", "{lead}{reason} {lead, select, other {某}}"],
    ["braces_stray", "task_sent_back", "{{lead}}{reason}"],
    ["one_line_only", "task_assigned", "请签收。\n第二行"],
    ["one_line_only", "mail_subject", "{count} 条\r\nBcc: x@example.cn"],
    ["one_line_only", "mail_subject", "{count} 条\u2028x"],
    ["one_line_only", "task_assigned", "请\u202e收签"],
    ["fine", "mail_closing", "网址：{url}\n请勿回复。"],
    ["one_line_only", "mail_closing", "{url}\t"],
    ["too_long", "mail_subject", `{count}${"长".repeat(60)}`],
    ["too_long", "task_assigned", "长".repeat(301)],
  ] as const)("%s: %s %j", (code, name, text) => {
    expect(textRefusal(name, text, "zh")?.code ?? "fine").toBe(code);
  });
});

test("what somebody wrote is never read as a placeholder", () => {
  const params = { lead: "{reason}", reason: "{lead} $& $1" };
  expect(fillText("{lead}|{reason}", params)).toBe("{reason}|{lead} $& $1");
});
