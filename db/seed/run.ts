import { count, lt, sql } from "drizzle-orm";
import { connect, type Database, type Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { rememberStale } from "@/db/mutations/remember-health";
import { rememberPast } from "@/db/mutations/remember-past";
import { installation } from "@/db/schema/installation";
import { outbox } from "@/db/schema/notifications";
import { departments } from "@/db/schema/people";
import { siteSettings } from "@/db/schema/site";
import { addDays, type Day, dayIn, daysBetween } from "@/lib/domain/calendar/days";
import { addMissingAccounts, type FirstPasswords, seedAccounts } from "./accounts";
import { seedCalendar } from "./calendar";
import { seedCatalogue } from "./catalogue";
import firstOffice from "./data/first-office.json" with { type: "json" };
import newspaperSite from "./data/newspaper-site.json" with { type: "json" };
import { demoOpening, playDemoStory } from "./demo-story";

type SeedOptions = { ownerUrl: string; now: Date } & FirstPasswords &
  ({ demo: true; demoToday: Day } | { demo: false; content: SeedContent });

/** What a real installation begins with: nothing but the calendar and the first unit, or the newspaper page as well. */
export const seedContents = ["empty", "newspaper"] as const;
export type SeedContent = (typeof seedContents)[number];

/** A database that holds the other kind of data than asked for. */
export class WrongDatabase extends Error {
  constructor(readonly holds: "demo" | "real") {
    super(`The database holds ${holds} data.`);
  }
}

/**
 * Fills a database that was never filled, and tells whether it did and whom else it added. The installation row comes last: without it, what
 * an earlier seed left half done is cleared and made again. A database that was filled gets the administrators that it
 * lacks. How tasks stand is kept when it is done. Refuses a demo database outside the demo, and the reverse.
 * The demo's steps go through the app's role, so DATABASE_URL must be set by then.
 */
export async function seedDatabase(
  options: SeedOptions,
): Promise<{ seeded: boolean; added: string[] }> {
  const { db: owner, close } = connect(options.ownerUrl, 1);
  try {
    const [installed] = await owner.select().from(installation);
    if (installed) {
      refuseOtherKind(installed.isDemo, options.demo);
      const add = (tx: Transaction) => addMissingAccounts(tx, options, options.now);
      const added = await owner.transaction(add);
      const now = shifted(options.now, installed.clockShiftDays);
      await rememberPast(owner, dayIn(now));
      await rememberStale(now, owner);
      return { seeded: false, added };
    }
    await seedFoundation(owner, options);
    await rememberStale(options.demo ? demoOpening(options.demoToday) : options.now, owner);
    if (options.demo) {
      await playDemoStory(options.demoToday);
      await forgetOldNews(owner, options.demoToday);
    }
    await owner.insert(installation).values({
      isDemo: options.demo,
      clockShiftDays: options.demo ? daysBetween(dayIn(options.now), options.demoToday) : 0,
      seededAt: options.now,
    });
    return { seeded: true, added: [] };
  } finally {
    await close();
  }
}

/** The app's clock, which the demo shifts. */
function shifted(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}

/** Everything but the demo's progress, in one transaction. */
function seedFoundation(owner: Database, options: SeedOptions): Promise<void> {
  const begins = options.demo ? demoOpening(options.demoToday) : options.now;
  return owner.transaction(async (tx) => {
    const [units] = await tx.select({ count: count() }).from(departments);
    if (units?.count) await clearUnfinishedSeed(tx);
    await seedCalendar(tx);
    const isEmpty = !options.demo && options.content === "empty";
    const office = { ...firstOffice, kind: "department", sortOrder: 1 } as const;
    if (isEmpty) await tx.insert(departments).values(office);
    else await seedNewspaper(tx, begins);
    await seedAccounts(tx, options, begins);
    // The demo's history begins with the tasks it was given.
    if (!options.demo) {
      const event = { type: "installation.prepared", content: options.content } as const;
      await recordEvent(tx, null, event, {}, begins);
    }
  });
}

/** The newspaper page, and the words that its home page has. */
async function seedNewspaper(tx: Transaction, registeredAt: Date): Promise<void> {
  await seedCatalogue(tx, registeredAt);
  await tx.update(siteSettings).set(newspaperSite);
}

/** The demo opens with the news of its last days, not with that of a whole spring. */
async function forgetOldNews(owner: Database, demoToday: Day): Promise<void> {
  const news = addDays(demoToday, -4);
  await owner
    .update(outbox)
    .set({ announcedAt: sql`${outbox.createdAt}` })
    .where(lt(outbox.createdAt, new Date(`${news}T00:00:00+08:00`)));
}

function refuseOtherKind(isDemo: boolean, wantsDemo: boolean): void {
  if (isDemo !== wantsDemo) throw new WrongDatabase(isDemo ? "demo" : "real");
}

const roots = ["departments", "source_pages", "calendar_exceptions", "calendar_years"];

/**
 * Empties our tables after a seed that was cut off. Only the owner can, and only a database without an installation
 * row comes here, so no history that anybody has made is ever lost.
 */
async function clearUnfinishedSeed(tx: Transaction): Promise<void> {
  const guarded = await tx.execute<{ name: string }>(sql`
    select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where t.tgname = c.relname || '_kept' and c.relnamespace = 'public'::regnamespace`);
  const appendOnly = guarded.map(({ name }) => name);
  for (const table of appendOnly) await setGuards(tx, table, "disable");
  const tables = [...roots, ...appendOnly].map((table) => sql.identifier(table));
  await tx.execute(sql`truncate ${sql.join(tables, sql`, `)} cascade`);
  for (const table of appendOnly) await setGuards(tx, table, "enable");
}

async function setGuards(tx: Transaction, table: string, verb: "enable" | "disable") {
  await tx.execute(sql`alter table ${sql.identifier(table)} ${sql.raw(verb)} trigger user`);
}
