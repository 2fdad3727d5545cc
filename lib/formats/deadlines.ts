import ical, { ICalEventStatus } from "ical-generator";
import { publicSteps } from "@/db/queries/public-steps";
import type { Day } from "@/lib/domain/days";
import type { ListedTask } from "@/lib/public-tasks";
import { addressOf, ownHost } from "./address";
import { cleanText } from "./clean-text";
import { findScope, type Scope } from "./scope";
import { wordsIn } from "./words";

/**
 * The due days of a plan, a unit or everything as a calendar (RFC 5545), one all-day event a task; a moved day moves its
 * event. Null if there is no such thing.
 */
export async function deadlineCalendar(scope: Scope, asOf: Day): Promise<string | null> {
  const found = await findScope(scope, asOf);
  if (!found) return null;
  const { say } = wordsIn("zh-CN");
  const steps = await publicSteps(asOf, scope);
  const calendar = ical({
    name: cleanText([say("site.name"), found.name].filter(Boolean).join(" · ")),
    prodId: { company: ownHost(), product: "taizhang", language: "ZH" },
  });
  for (const task of found.tasks) {
    const { dueOn } = task.deadline;
    if (dueOn === null || !task.isTracked) continue;
    const own = steps.filter(({ code }) => code === task.code);
    // The stamp is of the last public step, so that nothing changes where nothing has happened.
    const changedAt = new Date(own[0]?.at ?? 0);
    calendar.createEvent({
      id: `${task.code}@${ownHost()}`,
      sequence: own.filter(({ type }) => type === "due_moved").length,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      summary: cleanText(`${task.title}（${say(`lights.${task.standing.light}`)}）`),
      description: cleanText(descriptionOf(task, say)),
      url: addressOf(`/tasks/${task.code}`),
      status: isOff(task) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

const isOff = ({ status }: ListedTask) => status === "cancelled" || status === "exempted";

function descriptionOf(task: ListedTask, say: ReturnType<typeof wordsIn>["say"]): string {
  const lead = task.lead ?? task.ownerVerbatim ?? say("owner.none");
  const lines = [`${say("public.lead")}${say("public.colon")}${lead}`, task.quote];
  if (task.isDemo) lines.push(say("site.demoTag"));
  return lines.join("\n");
}
