import { correctionsToConfirm } from "@/db/queries/corrections";
import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { waitingFollowUps } from "@/db/queries/letters/follow-ups";
import { registrationsToConfirm } from "@/db/queries/registrations/registrations";
import type { Day } from "@/lib/domain/calendar/days";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const shownAtMost = 20;
const nothing = { count: 0, items: [] };

/**
 * What waits for the office beside the tasks (督查室): 领导批示 to handle, what waits longest first, follow-ups of letters, drafts and
 * corrections to confirm; and how many that is. A constant number of queries and rows; nothing for everybody else.
 */
export async function officeWaiting(actor: Actor, today: Day) {
  const place = { limit: shownAtMost, offset: 0 };
  const choice = { state: "waiting" } as const;
  const handles = isFor(actor.role, "instruction.handle");
  const [waiting, items, followUps, drafts, corrections] = await Promise.all([
    handles ? countInstructions(actor, choice) : 0,
    handles ? listInstructions(actor, today, { ...choice, ...place }) : [],
    handles ? waitingFollowUps(actor, today, shownAtMost) : nothing,
    registrationsToConfirm(actor),
    correctionsToConfirm(actor),
  ]);
  return {
    count: waiting + followUps.count + drafts.total + corrections.total,
    instructions: { count: waiting, items },
    ...{ followUps, drafts, corrections },
  };
}
