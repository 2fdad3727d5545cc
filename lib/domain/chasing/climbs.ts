import { groupBy } from "@/lib/domain/group-by";
import type { Escalation } from "./escalation-policy";
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

const heightOf = ({ level }: Escalation) => escalationLevels.indexOf(level);
