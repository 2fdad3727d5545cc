import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { waitingFollowUps } from "@/db/queries/letters/follow-ups";
import type { Day } from "@/lib/domain/calendar/days";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";

const shownAtMost = 20;
const nothing = { count: 0, items: [] };

/**
 * What waits for the office beside the tasks (督查室): 领导批示 to handle, what waits longest first, and follow-ups of letters. A
 * constant number of queries and rows; nothing for everybody else.
 */
export async function officeWaiting(actor: Actor, today: Day) {
  const place = { limit: shownAtMost, offset: 0 };
  const choice = { state: "waiting" } as const;
  const [count, items, followUps] = isFor(actor.role, "instruction.handle")
    ? await Promise.all([
        countInstructions(actor, choice),
        listInstructions(actor, today, { ...choice, ...place }),
        waitingFollowUps(actor, today, shownAtMost),
      ])
    : [0, [], nothing];
  return { instructions: { count, items }, followUps };
}
