import type { WorkTask } from "@/lib/domain/tasks/work-task";

/** A task of the ledger as its query answers it; `health` is merged. */
export function workTask(
  changes: Omit<Partial<WorkTask>, "health"> & { health?: Partial<WorkTask["health"]> } = {},
): WorkTask {
  const { health, ...rest } = changes;
  return {
    code: "AIR-01",
    kind: "measure",
    title: "建立清单",
    quote: "建立清单台账",
    planSlug: "air",
    planShortTitle: "空气质量",
    documentTitle: "行动计划",
    status: "active",
    leadId: "ecology",
    leadCode: "ecology",
    lead: "省生态环境厅",
    cooperating: [],
    dueOn: null,
    baselineDueOn: null,
    completedOn: null,
    suspendedOn: null,
    closedOn: null,
    cycle: "quarterly",
    handler: null,
    headInCharge: null,
    ...rest,
    health: {
      light: "green",
      reason: "on_track",
      behind: 0,
      percent: 30,
      daysLate: 0,
      owed: null,
      lastPublishedOn: null,
      isDemo: false,
      ...health,
    },
  } as WorkTask;
}
