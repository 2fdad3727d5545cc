import type { DeadlineFacts } from "@/components/ui/deadline";
import type { Day } from "@/lib/domain/calendar/days";
import type { Light } from "@/lib/domain/tasks/lights";
import type { RollupReason } from "@/lib/domain/tasks/rollup";
import type { OwnerBasis, TaskKind, TaskStatus } from "@/lib/domain/tasks/tasks";

/** What the public pages show of a task. */
export type PublicTaskFacts = {
  code: string;
  kind: TaskKind;
  isTracked: boolean;
  title: string;
  status: TaskStatus;
  lead: string | null;
  leadCode: string | null;
  cooperating: { code: string; name: string }[];
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
  completedOn: Day | null;
  deadline: DeadlineFacts & { note: string | null };
  health: {
    light: Light;
    reason: RollupReason;
    childCount: number;
    behind: number;
    percent: number | null;
    daysLate: number;
    workdaysLeft: number | null;
    isDueToday: boolean;
    isProvisional: boolean;
  };
  updatedOn: Day | null;
  isDemo: boolean;
};
