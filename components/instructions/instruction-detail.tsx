import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Moment, useDay } from "@/components/ui/day";
import type { Instruction } from "@/lib/domain/instructions";
import { InstructionFacts } from "./instruction-list";

/** One 批示 with its words, whom it went to and what became of it. */
export function InstructionDetail({ instruction }: { instruction: Instruction }) {
  const t = useTranslations("work.instructions");
  const { text, addressee, sharesWords, handled } = instruction;
  return (
    <div className="max-w-3xl space-y-4">
      <InstructionFacts instruction={instruction} />
      <blockquote lang="zh-CN" className="border-l-4 border-brand bg-paper p-4">
        <p className="whitespace-pre-wrap break-words" dir="auto">
          <bdi>{text}</bdi>
        </p>
      </blockquote>
      <p className="text-sm text-muted">
        {t(`to.${addressee}`)} · {t(sharesWords ? "shared" : "notShared")}
      </p>
      {handled && <Handled handled={handled} />}
    </div>
  );
}

function Handled({ handled }: { handled: NonNullable<Instruction["handled"]> }) {
  const t = useTranslations("work.instructions");
  const day = useDay();
  const { outcome, by, at, words, task, answer, answeredOn } = handled;
  return (
    <section aria-labelledby="handled" className="space-y-2 border border-line bg-paper p-4">
      <h2 id="handled" className="text-lg font-bold">
        {t("handled")}
      </h2>
      <p className="text-sm text-muted">
        {t("handledBy", { name: by, outcome: t(`outcomes.${outcome}`) })} · <Moment at={at} />
      </p>
      <p className="whitespace-pre-wrap break-words" dir="auto">
        <bdi>{words}</bdi>
      </p>
      {task && (
        <p>
          <Anchor href={`/work/${task.code}`} lang="zh-CN" className="underline">
            {task.code} {task.title}
          </Anchor>
        </p>
      )}
      {answeredOn && (
        <div className="border-l-4 border-line pl-3">
          <p className="text-sm text-muted">
            {t(outcome === "task" ? "completedOn" : "answeredOn", { day: day(answeredOn) })}
          </p>
          {answer && (
            <p className="whitespace-pre-wrap break-words" dir="auto">
              <bdi>{answer}</bdi>
            </p>
          )}
        </div>
      )}
    </section>
  );
}
