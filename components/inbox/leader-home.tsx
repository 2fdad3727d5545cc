import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AuditItem } from "@/components/audit/audit-trail";
import { InstructionList } from "@/components/instructions/instruction-list";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Moment, useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import { Pages } from "@/components/ui/pages";
import type { TaskChange } from "@/lib/domain/audit/audit-events";
import type { LeaderList, WorstTask } from "@/lib/domain/inbox";
import type { Instruction } from "@/lib/domain/instructions";
import { MarkLooked, type MarkLookedAction } from "./mark-looked";

type Part<Item> = { count: number; items: Item[] };
type Props = {
  worst: Part<WorstTask>;
  changes: Part<TaskChange>;
  instructions: Part<Instruction>;
  /** The list that is shown whole, page by page; null on the home itself, which shows the first of each. */
  list: LeaderList | null;
  page: number;
  pages: number;
  since: Date;
  /** The moment that this page shows. */
  until: string;
  mark: MarkLookedAction;
};

/** A leader's home: the worst, what changed since they last looked, and their own 批示. */
export function LeaderHome(props: Props) {
  const { worst, changes, instructions, list, page, pages, since, until, mark } = props;
  const t = useTranslations("work.leader");
  const write = useTranslations("work.instructions");
  const shows = (name: LeaderList) => list === null || list === name;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <Anchor href="/instructions/new" className={buttonStyle("plain")}>
          {write("new")}
        </Anchor>
      </div>
      {list && (
        <Anchor href="/inbox" className="inline-flex min-h-11 items-center">
          {t("back")}
        </Anchor>
      )}
      {shows("worst") && (
        <HomePart name="worst" part={worst} empty={t("worstNone")}>
          <ul className="divide-y divide-line border border-line bg-paper">
            {worst.items.map((task) => (
              <WorstItem key={task.code} task={task} />
            ))}
          </ul>
        </HomePart>
      )}
      {shows("changes") && (
        <HomePart
          name="changes"
          part={changes}
          empty={t("changesNone")}
          note={<Moment at={since} message="work.leader.since" />}
          after={<MarkLooked hasChanges={changes.count > 0} until={until} mark={mark} />}
        >
          <ol className="border-l-2 border-line">
            {changes.items.map(({ task, entry }) => (
              <AuditItem key={entry.id} entry={entry}>
                {" · "}
                <Anchor href={`/work/${task.code}`} lang="zh-CN" className="underline">
                  {task.code} {task.title}
                </Anchor>
              </AuditItem>
            ))}
          </ol>
        </HomePart>
      )}
      {shows("instructions") && (
        <HomePart name="instructions" part={instructions} empty={write("noneYet")}>
          <InstructionList items={instructions.items} />
        </HomePart>
      )}
      <Pages page={page} pages={pages} hrefOf={(number) => `/inbox?list=${list}&page=${number}`} />
    </>
  );
}

type HomePartProps = {
  name: LeaderList;
  part: Part<unknown>;
  empty: string;
  note?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
};

/** One list with its count; the way to the whole of it where there is more. */
function HomePart({ name, part, empty, note, after, children }: HomePartProps) {
  const t = useTranslations("work.leader");
  const { count, items } = part;
  return (
    <section aria-labelledby={name} data-total={count} className="mt-6">
      <h2 id={name} className="text-lg font-bold">
        {t(name, { count })}
      </h2>
      {note && <p className="text-sm text-muted">{note}</p>}
      <div className="mt-2">{count === 0 ? <p>{empty}</p> : children}</div>
      {count > items.length && (
        <Anchor
          href={`/inbox?list=${name}`}
          data-count={count}
          className="inline-flex min-h-11 items-center"
        >
          {t("all", { count })}
        </Anchor>
      )}
      {after}
    </section>
  );
}

function WorstItem({ task }: { task: WorstTask }) {
  const t = useTranslations();
  const day = useDay();
  const { code, title, lead, dueOn, daysLate, isDemo, reason, issuedOn } = task;
  return (
    <li className="p-3">
      <p>
        <span className="mr-2 text-muted">{code}</span>
        <Anchor href={`/work/${code}`} lang="zh-CN" className="underline">
          {title}
        </Anchor>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span data-light="red" className="light-tag">
          <strong>{t("lights.red")}</strong>
        </span>
        {daysLate > 0 && (
          <strong className="text-alarm">{t("work.leader.late", { days: daysLate })}</strong>
        )}
        {dueOn && <span>{t("deadline.dueOn", { day: day(dueOn) })}</span>}
        {reason && issuedOn && (
          <span>
            {t("work.leader.red", { day: day(issuedOn) })} · {t(`reasons.${reason}`)}
          </span>
        )}
        {lead && <span lang="zh-CN">{lead}</span>}
        {isDemo && <DemoTag />}
      </p>
    </li>
  );
}
