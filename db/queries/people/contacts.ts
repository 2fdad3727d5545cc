import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { departments } from "@/db/schema/people";
import type { Day } from "@/lib/domain/calendar/days";
import type { Contact } from "@/lib/domain/people/departments";
import { namesOn } from "./unit-names";

const isReached = and(eq(departments.contactIsPublic, true), isNull(departments.closedOn));

/** How citizens reach a unit; null where that is not set public. */
export async function publicContact(code: string): Promise<Contact | null> {
  const [contact] = await database()
    .select({
      office: departments.contactOffice,
      phone: departments.contactPhone,
      address: departments.contactAddress,
      email: departments.contactEmail,
      hours: departments.contactHours,
    })
    .from(departments)
    .where(and(eq(departments.code, code), isReached));
  return contact ?? null;
}

/**
 * Whom citizens ask for what is given on request (依申请公开): the unit that leads the task, or the office (督查室) where that
 * sets no contact public; null where neither does. Under the name of the day.
 */
export async function unitToAsk(leadCode: string | null, day: Day) {
  const named = namesOn(database(), day);
  const isLead = sql<boolean>`${departments.code} is not distinct from ${leadCode}`;
  const isOffice = sql`exists (select 1 from users u where u.department_id = ${departments.id}
    and u.role = 'director' and u.disabled_at is null)`;
  const [unit] = await database()
    .select({ code: departments.code, name: named.name })
    .from(departments)
    .innerJoinLateral(named, sql`true`)
    .where(and(isReached, or(isLead, isOffice)))
    .orderBy(desc(isLead), asc(departments.sortOrder), asc(departments.code))
    .limit(1);
  return unit ?? null;
}
