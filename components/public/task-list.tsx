import { Anchor } from "@/components/ui/anchor";
import { LightTag } from "@/components/ui/light-tag";
import type { PublicTaskFacts } from "./public-task";

/** Tasks in a line each: what, who leads it, how it stands. */
export function TaskList({ heading, tasks }: { heading: string; tasks: PublicTaskFacts[] }) {
  if (tasks.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-lg font-bold">{heading}</h2>
      <ul className="task-list">
        {tasks.map(({ code, title, lead, health }) => (
          <li key={code}>
            <Anchor href={`/tasks/${code}`} lang="zh-CN">
              {title}
            </Anchor>
            <span lang="zh-CN">{lead}</span>
            <LightTag health={health} />
          </li>
        ))}
      </ul>
    </section>
  );
}
