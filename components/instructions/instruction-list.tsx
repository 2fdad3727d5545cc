import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Moment, useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import { type Instruction, instructionStates } from "@/lib/domain/instructions";

/** 批示, each in a few lines, with how far it has come; `action` is what its link is called. */
export function InstructionList({ items, action }: { items: Instruction[]; action?: string }) {
  const t = useTranslations("work.instructions");
  return (
    <ul className="divide-y divide-line border border-line bg-paper">
      {items.map((instruction) => (
        <li key={instruction.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
          <div className="min-w-0 flex-[1_1_18rem]">
            <p lang="zh-CN" className="line-clamp-2 break-words">
              <bdi>{instruction.text}</bdi>
            </p>
            <InstructionFacts instruction={instruction} />
          </div>
          <Anchor href={`/instructions/${instruction.id}`} className={buttonStyle("plain")}>
            {action ?? t("open")}
            <span className="sr-only"> {instruction.text.slice(0, 20)}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

/** How far a 批示 has come, whose it is, what it is about and by when an answer is wanted. */
export function InstructionFacts({ instruction }: { instruction: Instruction }) {
  const t = useTranslations("work.instructions");
  const day = useDay();
  const { state, author, isDemo, writtenAt, dueOn, workdaysWaiting, task, plan } = instruction;
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted">
      <strong className={state === "waiting" ? "text-caution" : "text-ink"}>
        {t(`states.${state}`)}
      </strong>
      {workdaysWaiting !== null && <span>{t("waiting", { days: workdaysWaiting })}</span>}
      <span>
        <bdi>{author}</bdi> · <Moment at={writtenAt} />
      </span>
      {dueOn && <span>{t("wantedBy", { day: day(dueOn) })}</span>}
      {task ? (
        <Anchor href={`/work/${task.code}`} lang="zh-CN" className="underline">
          {task.code} {task.title}
        </Anchor>
      ) : (
        <span>{plan ? <span lang="zh-CN">{plan.title}</span> : t("aboutNothing")}</span>
      )}
      {isDemo && <DemoTag />}
    </p>
  );
}

/** The list's states as links. */
export function InstructionStates({ chosen }: { chosen?: string }) {
  const t = useTranslations("work.instructions");
  const choices = [
    { href: "/instructions", label: t("all"), state: undefined },
    ...instructionStates.map((state) => ({
      ...{ href: `/instructions?state=${state}`, label: t(`states.${state}`), state },
    })),
  ];
  return (
    <nav aria-label={t("filter")} className="flex flex-wrap gap-x-5">
      {choices.map(({ href, label, state }) => (
        <Anchor
          key={href}
          href={href}
          aria-current={state === chosen ? "page" : undefined}
          className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}

type TaskProps = {
  code: string;
  planSlug: string;
  items: Instruction[];
  count: number;
  mayWrite: boolean;
};

/** A task's 批示 for those who may read them, the newest few, and for a leader the way to write one, of it or its plan. */
export function TaskInstructions({ code, planSlug, items, count, mayWrite }: TaskProps) {
  const t = useTranslations("work.instructions");
  if (items.length === 0 && !mayWrite) return null;
  return (
    <section aria-labelledby="instructions" className="mt-6 space-y-3">
      <h2 id="instructions" className="text-lg font-bold">
        {t("title")}
      </h2>
      {items.length > 0 && <InstructionList items={items} />}
      <p className="flex flex-wrap gap-3">
        {mayWrite && (
          <Anchor href={`/instructions/new?task=${code}`} className={buttonStyle("plain")}>
            {t("new")}
          </Anchor>
        )}
        {mayWrite && (
          <Anchor href={`/instructions/new?plan=${planSlug}`} className={buttonStyle("plain")}>
            {t("newOfPlan")}
          </Anchor>
        )}
        {count > items.length && (
          <Anchor
            href={`/instructions?task=${code}`}
            data-count={count}
            className="inline-flex min-h-11 items-center"
          >
            {t("more", { count })}
          </Anchor>
        )}
      </p>
    </section>
  );
}
