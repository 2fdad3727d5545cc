import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { DeadlineLine } from "@/components/ui/deadline";
import { LightTag } from "@/components/ui/light-tag";
import { Owner } from "@/components/ui/owner";
import { PercentBar } from "@/components/ui/percent-bar";
import { Table } from "@/components/ui/table";
import { type Trend, TrendText } from "@/components/ui/trend";
import type { Day } from "@/lib/domain/calendar/days";
import { LastUpdate } from "./last-update";
import type { PublicTaskFacts } from "./public-task";

/** A list of several plans gives each task the days after which its own plan calls it stale. */
type Listed = PublicTaskFacts & { staleDays?: number; trend?: Trend };
/** `unit` is the one whose page this is: its name need not lead there. */
type Context = { today: Day; staleDays?: number; unit?: string };
type Props = { caption: string; captionLang?: string; tasks: Listed[] } & Context;
type RowProps = { task: Listed } & Context;

const columns = ["task", "light", "percent", "lead", "deadline", "updated"] as const;

/** Tasks as the public sees them. Its columns have one width everywhere, so that a plan's tables stand in line. */
export function PublicTaskTable({ caption, captionLang, tasks, ...context }: Props) {
  const t = useTranslations("public");
  return (
    <Table
      caption={caption}
      captionLang={captionLang}
      columns={columns.map((name) => t(name))}
      className="task-columns"
    >
      {tasks.map((task) => (
        <Row key={task.code} task={task} {...context} />
      ))}
    </Table>
  );
}

function Row({ task, today, staleDays, unit }: RowProps) {
  const { leadCode } = task;
  return (
    <tr>
      <td>
        <Anchor href={`/tasks/${task.code}`} lang="zh-CN">
          <small>{task.code}</small>
          {task.title}
        </Anchor>
      </td>
      <td>
        <LightTag health={task.health} />
      </td>
      <td>
        <PercentBar {...task.health} />
        {task.trend !== undefined && (
          <small className="block">
            <TrendText trend={task.trend} light={task.health.light} />
          </small>
        )}
      </td>
      <td>
        <Owner owner={task} href={leadCode && leadCode !== unit ? `/units/${leadCode}` : null} />
      </td>
      <td>
        <DeadlineLine deadline={task.deadline} />
      </td>
      <td>
        <LastUpdate
          updatedOn={task.updatedOn}
          status={task.status}
          today={today}
          staleDays={task.staleDays ?? staleDays ?? Number.POSITIVE_INFINITY}
        />
      </td>
    </tr>
  );
}
