import { expect, test } from "vitest";
import type { AuditEvent, HistoryEntry } from "./audit-events";
import { sentenceParams } from "./audit-sentences";
import { auditEventTypes } from "./event-types";
import { plainFields, withoutBusinessText } from "./log-entries";

const entry = (event: AuditEvent): HistoryEntry => ({
  id: "1",
  at: "2024-06-12T02:00:00.000Z",
  actor: { id: "a", name: "赵", role: "official", unit: "省生态环境厅" },
  request: { id: "r", ip: "10.0.0.9" },
  subject: { task: "AIR-01", submissionId: "s" },
  event,
});
const words = "只有业务人员才能看的话";
const person = { id: "p", name: "李明" };
const sent = { kind: "progress", revision: 1, contentHash: "hash" } as const;
const decided = { ...sent, step: 1, by: "head", onBehalfOf: null } as const;

test.each([
  { type: "chase.sent", message: words },
  { type: "chase.answered", answer: words },
  { type: "submission.returned", reason: words, ...decided },
  { type: "submission.released", kind: "answer", disclosure: "public", ground: null, basis: words },
  { type: "evidence.attached", kind: "progress", name: `${words}.pdf`, sha256: "0" },
  { type: "task.suspended", reason: words },
  { type: "task.scope_changed", before: { scope: null }, after: { scope: words } },
  { type: "letter.erased", cause: "request", reason: words },
  { type: "plan.configured", plan: words, before: {}, after: {}, changed: [] },
  { type: "notice.issued", light: "red", reason: words },
] satisfies AuditEvent[])("of $type the kind is told and no word", (event) => {
  const told = withoutBusinessText(entry(event));
  expect(told).toEqual({ ...entry(event), event: { type: event.type, isKindOnly: true } });
  expect(JSON.stringify(told)).not.toContain(words);
});

test("of a delegation the parties and days are told, and not why", () => {
  const days = { startsOn: "2024-06-12", endsOn: "2024-06-14" };
  const event = { type: "delegation.granted", reason: words, ...days } as const;
  const told = withoutBusinessText(entry({ ...event, principal: person, deputy: person })).event;
  expect(JSON.stringify(told)).not.toContain(words);
  expect(sentenceParams(told as AuditEvent)).toMatchObject({ principal: "李明", deputy: "李明" });
});

test("sign-ins are told whole", () => {
  const refused = entry({ type: "session.refused", username: "admin", locked: true });
  expect(withoutBusinessText(refused)).toEqual(refused);
});

test("of every type there is, and of no other, it is decided what is told", () => {
  expect(Object.keys(plainFields).sort()).toEqual([...auditEventTypes].sort());
});

test("what is done to tasks, plans, letters and the words of notices is told by its kind alone; accounts, units, sign-ins and the site are told", () => {
  const business =
    /^(task|submission|evidence|report|letter|follow_up|comment|chase|import|instruction|escalation|notice|plan|registration|correction|notification)\./;
  const told = auditEventTypes.filter((type) => plainFields[type] !== null);
  expect(told).toEqual(auditEventTypes.filter((type) => !business.test(type)));
});

const unit = { code: "energy", name: "省能源局" };
const post = { unit: unit.name, role: "official", post: "科长" } as const;
const account = { ...person, username: "li.ming" };
const contact = { contactPhone: "0351-1234567" };

test.each([
  { type: "unit.edited", unit, before: contact, after: contact, changed: ["contactPhone"] },
  { type: "unit.merged", unit, into: unit, moved: {}, reason: "机构改革" },
  { type: "unit.person_moved", person, from: unit, to: unit },
  { type: "account.created", account, ...post },
  { type: "account.transferred", account, before: post, after: post, successors: [person] },
  { type: "account.left", account, ...post, successors: [] },
  { type: "account.disabled", account, reason: "借调外出" },
  { type: "account.start_link_issued", account: person },
  { type: "liaison.changed", unit: unit.name, before: null, after: person },
  { type: "mail.configured", host: "mail.example.cn", port: 25, sender: "a@b.cn", changed: [] },
  { type: "retention.set", kind: "news", before: { days: 1 }, after: { days: 2 } },
  { type: "calendar.announced", year: 2024, source: "国办发明电", after: [] },
  { type: "start.skipped", step: "mail" },
] satisfies AuditEvent[])("of $type the sentence is whole, and no contact is told", (event) => {
  const told = withoutBusinessText(entry(event)).event;
  expect(sentenceParams(told as AuditEvent)).toEqual(sentenceParams(event));
  expect(JSON.stringify(told)).not.toContain(contact.contactPhone);
});
