import { useTranslations } from "next-intl";
import { InstructionList } from "@/components/instructions/instruction-list";
import { FollowUpTag } from "@/components/letters/follow-up";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import type { Instruction } from "@/lib/domain/instructions";
import type { WaitingFollowUp } from "@/lib/domain/letters/follow-ups";

type Props = {
  instructions: { count: number; items: Instruction[] };
  followUps: { count: number; items: WaitingFollowUp[] };
};

/** What waits for the office and is about no single task's course: 批示 to handle, and citizens who are not satisfied. */
export function OfficeWaiting({ instructions, followUps }: Props) {
  const t = useTranslations("work.office");
  const more = useTranslations("work.inbox");
  return (
    <>
      {instructions.count > 0 && (
        <section aria-labelledby="instructions" data-total={instructions.count} className="mt-6">
          <h2 id="instructions" className="mb-2 text-lg font-bold">
            {t("instructions", { count: instructions.count })}
          </h2>
          <InstructionList items={instructions.items} action={t("handle")} />
          {instructions.count > instructions.items.length && (
            <Anchor
              href="/instructions?state=waiting"
              data-count={instructions.count}
              className="inline-flex min-h-11 items-center"
            >
              {more("showAll", { count: instructions.count, more: "no" })}
            </Anchor>
          )}
        </section>
      )}
      {followUps.count > 0 && (
        <section aria-labelledby="follow-ups" data-total={followUps.count} className="mt-6">
          <h2 id="follow-ups" className="mb-2 text-lg font-bold">
            {t("followUps", { count: followUps.count })}
          </h2>
          <ul className="divide-y divide-line border border-line bg-paper">
            {followUps.items.map(({ letterId, code, title, followUp }) => (
              <li key={letterId} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
                <div className="min-w-0 flex-[1_1_18rem]">
                  <p lang="zh-CN">
                    {code} {title}
                  </p>
                  <p className="text-sm">
                    <FollowUpTag followUp={followUp} />
                  </p>
                  <p className="line-clamp-2 break-words text-sm text-muted">{followUp.body}</p>
                </div>
                <Anchor href={`/work/letters/${letterId}#follow-up`} className={buttonStyle()}>
                  {t(followUp.state === "checking" ? "check" : "answer")}
                  <span className="sr-only"> {title}</span>
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
