import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { DifferenceText } from "@/components/submissions/difference";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { type ChangeDecision, changeDecisions } from "@/lib/domain/imports/imports";
import { textLimits } from "@/lib/domain/texts";
import type { Press } from "./shown";

export type ConcernedTask = {
  code: string;
  title: string;
  decision: ChangeDecision | null;
  note: string;
};
type BlockProps = {
  change: "moved" | "changed" | "gone" | "new";
  before: string | null;
  after: string | null;
  tasks: readonly ConcernedTask[];
  press: Press;
  mayCorrect: boolean;
};

/** A clause that the new edition has otherwise, with the tasks that quote it: what becomes of each is for a person to say. */
export function EditionChange({ change, before, after, tasks, ...decide }: BlockProps) {
  const t = useTranslations("work.imports");
  return (
    <li className="border border-line bg-paper p-4">
      <p className="text-sm font-semibold text-muted">{t(`blockChanges.${change}`)}</p>
      <p lang="zh-CN" className="whitespace-pre-line">
        {change === "moved" ? after : <DifferenceText before={before ?? ""} after={after ?? ""} />}
      </p>
      {tasks.map((task) => (
        <DecideTask key={task.code} task={task} {...decide} />
      ))}
    </li>
  );
}

type DecideProps = Pick<BlockProps, "press" | "mayCorrect"> & { task: ConcernedTask };

/** What becomes of a task: nothing of it is rewritten here; an adjustment or a 更正 does that. */
export function DecideTask({ task, press, mayCorrect }: DecideProps) {
  const t = useTranslations("work.imports");
  const { code, title, decision, note } = task;
  return (
    <PlainForm
      action={press.action}
      pressKey={press.key}
      values={{ act: "change", code, back: press.back }}
      className="mt-3 space-y-3 border-t border-line pt-3"
    >
      <p>
        <Anchor href={`/work/${code}`} className="underline">
          {code}
        </Anchor>{" "}
        <span lang="zh-CN">{title}</span>
        {decision && <b className="ml-2">{t(`changeDecisions.${decision}`)}</b>}
        {decision === "correct" && mayCorrect && (
          <Anchor
            href={`/corrections/new?${new URLSearchParams({ subject: "task", name: code })}`}
            className="ml-2 underline"
          >
            {t("toCorrection")}
          </Anchor>
        )}
      </p>
      <Field id={`note-${code}`} label={t("changeNote")}>
        {(described) => (
          <input
            {...described}
            name="note"
            defaultValue={note}
            maxLength={textLimits.reason}
            lang="zh-CN"
            className={inputStyle}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        {changeDecisions.map((each) => (
          <Button key={each} type="submit" name="decision" value={each} tone="plain">
            {t(`changeActs.${each}`)}
          </Button>
        ))}
      </div>
    </PlainForm>
  );
}
