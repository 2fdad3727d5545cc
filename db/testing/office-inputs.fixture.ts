import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { announceYear } from "@/db/mutations/calendar";
import { setReminderDefaults } from "@/db/mutations/chasing/reminder-defaults";
import { configureMail, tryMail, turnOffMail } from "@/db/mutations/mail";
import { chooseMail } from "@/db/mutations/notifications/mail-topics";
import { markRead } from "@/db/mutations/notifications/notifications";
import { setNotificationText } from "@/db/mutations/notifications/texts";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { changePassword } from "@/db/mutations/people/passwords";
import { endOwnSession } from "@/db/mutations/people/sessions";
import { issueStartLink } from "@/db/mutations/people/start-links";
import { configurePlan } from "@/db/mutations/plans";
import { configureSite, skipStep } from "@/db/mutations/site";
import { advanceClock } from "@/db/mutations/system/demo-clock";
import { setRetention } from "@/db/mutations/system/retention";
import { calendarYear } from "@/db/queries/calendar/years";
import { loadReminderDefaults } from "@/db/queries/chasing/reminder-defaults";
import { notificationText } from "@/db/queries/notifications/texts";
import { planWithSettings } from "@/db/queries/plans";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { retentionSettings } from "@/db/queries/system/retention";
import { delegations } from "@/db/schema/delegations";
import { mailSettings } from "@/db/schema/mail";
import { sessions } from "@/db/schema/people";
import type { Actor } from "@/lib/domain/people/roles";
import { setMailKey } from "./mail-key.fixture";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";
import { unitInputs } from "./unit-inputs.fixture";

/** A button ready to be pressed, and the same press with something else in it. */
type Pressed = { send: () => Promise<unknown>; other: () => Promise<unknown> };
export type Prepare = (world: World, owner: Database) => Promise<Pressed>;

export function pressing<Input>(
  act: (input: Input) => Promise<unknown>,
  input: Input,
  other: Input,
) {
  return { send: () => act(input), other: () => act(other) };
}

/** The mutations that change no task: people, units, plans, the clock. */
export const officeInputs: Record<string, Prepare> = {
  ...unitInputs,
  async grantDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    const input = lending(head.id, official.id);
    const other = { ...input, endsOn: "2024-06-21" };
    return pressing((each) => grantDelegation(head, each, now), input, other);
  },
  async endDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    await grantDelegation(head, lending(head.id, official.id), now);
    const isTheirs = eq(delegations.principalId, head.id);
    const [lent] = await database().select().from(delegations).where(isTheirs);
    const input = { key: randomUUID(), delegationId: lent?.id ?? "" };
    const other = { ...input, delegationId: randomUUID() };
    return pressing((each) => endDelegation(head, each, now), input, other);
  },
  async updateEmail(world) {
    const input = { key: randomUUID(), email: "one@example.cn" };
    const auditor = story.someone(world, "auditor");
    return pressing((each) => updateEmail(auditor, each, now), input, { ...input, email: "" });
  },
  async chooseMail(world) {
    const input = { key: randomUUID(), topics: ["tasks" as const] };
    const auditor = story.someone(world, "auditor");
    return pressing((each) => chooseMail(auditor, each, now), input, { ...input, topics: [] });
  },
  async changePassword(world, owner) {
    const head = story.someone(world, "head");
    const sessionId = randomUUID();
    const times = { startedAt: now, seenAt: now };
    await owner.insert(sessions).values({ id: sessionId, userId: head.id, ...times });
    const here = { sessionId, deviceHash: null };
    const input = { key: randomUUID(), passwordHash: "new", presentHash: "", ...here };
    const act = (each: typeof input) => changePassword(head, each, now);
    return pressing(act, input, { ...input, passwordHash: "other" });
  },
  async endOwnSession(world, owner) {
    const head = story.someone(world, "head");
    const [one, two] = [randomUUID(), randomUUID()];
    const times = { userId: head.id, startedAt: now, seenAt: now };
    await owner.insert(sessions).values([one, two].map((id) => ({ id, ...times })));
    const input = { key: randomUUID(), sessionId: one };
    const act = (each: typeof input) => endOwnSession(head, each, now);
    return pressing(act, input, { ...input, sessionId: two });
  },
  async issueStartLink(world) {
    process.env.NEXTAUTH_SECRET ??= "x".repeat(32);
    const admin = story.someone(world, "system_admin");
    const [one, two] = [story.someone(world, "head"), story.someone(world, "official")];
    const input = { key: randomUUID(), userId: one.id, mails: false };
    const act = (each: typeof input) => issueStartLink(admin, each, now);
    return pressing(act, input, { ...input, userId: two.id });
  },
  async markRead(world) {
    const input = { key: randomUUID(), ids: "all" as const };
    const act = (each: Parameters<typeof markRead>[1]) =>
      markRead(story.someone(world, "head"), each, now);
    return { send: () => act(input), other: () => act({ ...input, ids: [randomUUID()] }) };
  },
  async configureSite(world) {
    const { version, settings } = await loadSiteSettings();
    const input = { key: randomUUID(), version, settings: { ...settings, host: "省政府" } };
    const act = (each: Parameters<typeof configureSite>[1]) =>
      configureSite(story.someone(world, "system_admin"), each, now);
    const other = { ...settings, host: "省委" };
    return { send: () => act(input), other: () => act({ ...input, settings: other }) };
  },
  async skipStep(world) {
    const input = { key: randomUUID(), step: "mail" as const, isNeeded: false };
    const admin = story.someone(world, "system_admin");
    return pressing((each) => skipStep(admin, each, now), input, { ...input, isNeeded: true });
  },
  async configureMail(world) {
    setMailKey();
    const server = { host: "mail.example.cn", port: 587, security: "starttls" as const };
    const login = { username: "a@example.cn", password: "geheim", sender: "a@example.cn" };
    const input = { key: randomUUID(), ...server, ...login, version: await mailVersion() };
    const admin = story.someone(world, "system_admin");
    return pressing((each) => configureMail(admin, each, now), input, { ...input, port: 25 });
  },
  async turnOffMail(world) {
    const admin = story.someone(world, "system_admin");
    await setUpMail(admin);
    const input = { key: randomUUID(), version: await mailVersion() };
    return pressing((each) => turnOffMail(admin, each, now), input, { ...input, version: 999 });
  },
  async tryMail(world) {
    const admin = story.someone(world, "system_admin");
    await setUpMail(admin);
    const input = { key: randomUUID(), address: "one@example.cn" };
    const other = { ...input, address: "two@example.cn" };
    return pressing((each) => tryMail(admin, each, now), input, other);
  },
  async setReminderDefaults(world) {
    const { version, reminders } = await loadReminderDefaults();
    const gapHours = (reminders.gapHours % 100) + 1;
    const input = { key: randomUUID(), version, reminders: { ...reminders, gapHours } };
    const director = story.someone(world, "director");
    const other = { ...input, reminders: { ...reminders, gapHours: gapHours + 1 } };
    return pressing((each) => setReminderDefaults(director, each, now), input, other);
  },
  async setNotificationText(world) {
    const director = story.someone(world, "director");
    const { version = 0 } = (await notificationText(director, "task_assigned")) ?? {};
    const input = { key: randomUUID(), name: "task_assigned" as const, version, en: null };
    const [one, two] = [`请签收（${version}）。`, `请尽快签收（${version}）。`];
    const act = (each: typeof input & { zh: string }) => setNotificationText(director, each, now);
    return pressing(act, { ...input, zh: one }, { ...input, zh: two });
  },
  async setRetention(world) {
    const admin = story.someone(world, "system_admin");
    const kept = await retentionSettings(admin);
    const news = kept?.settable.find(({ kind }) => kind === "news");
    const { version = 0, days = 0 } = news ?? {};
    const input = { key: randomUUID(), kind: "news" as const, version, days: days + 1 };
    return pressing((each) => setRetention(admin, each, now), input, { ...input, days: days + 2 });
  },
  async announceYear(world) {
    const director = story.someone(world, "director");
    const { version = 0 } = (await calendarYear(director, 2024)) ?? {};
    const newYear = { kind: "rest" as const, name: "元旦", from: "2024-01-01", to: "2024-01-01" };
    const source = `国办发明电 ${version}`;
    const input = { key: randomUUID(), year: 2024, version, source, rows: [newYear] };
    const other = { ...input, source: "别的通知" };
    return pressing((each) => announceYear(director, each, now), input, other);
  },
  async advanceClock(world) {
    const input = { key: randomUUID(), days: 1 as const };
    const act = (each: Parameters<typeof advanceClock>[1]) =>
      advanceClock(story.someone(world, "system_admin"), each, now);
    return { send: () => act(input), other: () => act({ ...input, days: 7 }) };
  },
  async configurePlan(world) {
    const plan = await planWithSettings("fire");
    if (!plan) throw new Error("The seed has lost the plan");
    const { slug, version, settings } = plan;
    const longer = { ...settings, receiptWorkdays: settings.receiptWorkdays + 1 };
    const input = { key: randomUUID(), slug, version, settings: longer };
    const act = (each: Parameters<typeof configurePlan>[1]) =>
      configurePlan(story.someone(world, "director"), each, now);
    const stricter = { ...settings, evidenceRequired: true };
    return { send: () => act(input), other: () => act({ ...input, settings: stricter }) };
  },
};

function lending(principalId: string, deputyId: string) {
  const term = { startsOn: "2024-06-12", endsOn: "2024-06-20" };
  return { key: randomUUID(), principalId, deputyId, ...term, reason: "外出学习" };
}

async function mailVersion(): Promise<number> {
  const [row] = await database().select({ version: mailSettings.version }).from(mailSettings);
  return row?.version ?? 0;
}

/** A mail server that is not the one before it, in the place of whatever there is. */
async function setUpMail(admin: Actor) {
  setMailKey();
  const version = await mailVersion();
  const server = { host: `mail-${randomUUID()}.example.cn`, port: 25, security: "none" as const };
  const login = { username: "", password: "", sender: "a@example.cn" };
  await configureMail(admin, { key: randomUUID(), ...server, ...login, version }, now);
}
