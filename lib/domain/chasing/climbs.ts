import { groupBy } from "@/lib/domain/group-by";
import type { Chase } from "./chases";
import type { Escalation } from "./escalation-policy";
import type { LightNotice } from "./light-notices";
import { escalationLevels } from "./reminder-policy";

/** What one obligation has come to: its levels, lowest first, and the highest that the reader may acknowledge. */
export type Climb<Level extends Escalation = Escalation> = Pick<Escalation, "type" | "dueOn"> & {
  id: string;
  levels: Level[];
  isOpen: boolean;
  acknowledgeId: string | null;
};

/** The levels of each obligation together, in the order in which these name them. */
export function climbsOf<Level extends Escalation>(escalations: readonly Level[]): Climb<Level>[] {
  const byObligation = groupBy(escalations, ({ taskId, obligation }) =>
    [taskId, obligation].join(" "),
  );
  return [...byObligation].map(([id, raised]) => {
    const levels = raised.toSorted((a, b) => heightOf(a) - heightOf(b));
    const [{ type, dueOn }] = raised as [Level];
    return {
      ...{ id, type, dueOn, levels },
      isOpen: levels.some((level) => level.isOpen),
      acknowledgeId: levels.findLast((level) => level.mayAcknowledge)?.id ?? null,
    };
  });
}

/** What chases a task. */
export type Chasing = { chases: Chase[]; escalations: Escalation[]; notices: LightNotice[] };

/** What of it is the reader's to answer, and what is there to be read. */
export function toAnswer({ chases, escalations }: Chasing) {
  const climbs = climbsOf(escalations);
  const isTheirs = ({ acknowledgeId }: Climb) => acknowledgeId !== null;
  return {
    theirs: {
      chases: chases.filter(({ mayAnswer }) => mayAnswer),
      climbs: climbs.filter(isTheirs),
    },
    others: {
      chases: chases.filter(({ mayAnswer }) => !mayAnswer),
      climbs: climbs.filter((climb) => !isTheirs(climb)),
    },
  };
}

const heightOf = ({ level }: Escalation) => escalationLevels.indexOf(level);
