import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Day, useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import { Name } from "@/components/ui/name";
import { PolicyWords } from "@/components/ui/policy-words";
import { groupBy } from "@/lib/domain/group-by";
import {
  changeParams,
  isCorrection,
  type PublicChange,
  reasonOf,
} from "@/lib/domain/public/public-changes";
import { readableParams } from "@/lib/domain/sentence-params";
import { nameIn } from "@/messages/locales";

type Props = { heading: string; changes: PublicChange[]; withTasks?: boolean; level?: "h2" | "h3" };

/** Public changes day by day, newest first; of several tasks each with its own. */
export function Timeline({ heading, changes, withTasks = false, level: Heading = "h2" }: Props) {
  const t = useTranslations("changes");
  const days = [...groupBy(changes, ({ day }) => day)];
  return (
    <section className="mt-8 max-w-4xl">
      <Heading className="text-lg font-bold">{heading}</Heading>
      {days.length === 0 && <p className="mt-2 text-muted">{t("none")}</p>}
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {days.map(([day, own]) => (
          <li key={day} className="grid gap-x-4 py-2 sm:grid-cols-[9em_1fr]">
            <span className="text-muted">
              <Day day={day} />
            </span>
            <ul className="space-y-1">
              {own.map((change) => (
                <li key={`${change.at} ${change.code} ${change.type}`}>
                  {withTasks && (
                    <Anchor href={`/tasks/${change.code}`} className="mr-2 underline">
                      <Name name={change.title} english={change.titleEn} />
                    </Anchor>
                  )}
                  <ChangeLine change={change} demo={!withTasks} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What happened, in a sentence, with its released reason; what takes something back is marked. */
export function ChangeLine({ change, demo = true }: { change: PublicChange; demo?: boolean }) {
  const t = useTranslations("publicChanges");
  const sentence = useChangeSentence();
  const reason = reasonOf(change);
  return (
    <>
      {isCorrection(change) && (
        <strong className="mr-2 rounded bg-caution-tint px-1.5 text-sm text-caution">
          {t("correction")}
        </strong>
      )}
      <span>
        <PolicyWords text={sentence(change)} />
      </span>
      {demo && change.isDemo && (
        <>
          {" "}
          <DemoTag />
        </>
      )}
      {reason !== null && (
        <span lang="zh-CN" className="block whitespace-pre-line text-sm text-muted">
          {t("reason", { reason })}
        </span>
      )}
      {change.type === "due_moved" && reason === null && (
        <span className="block text-sm text-muted">{t("reasonWithheld")}</span>
      )}
    </>
  );
}

/** A change's sentence in the reader's language. */
function useChangeSentence() {
  const t = useTranslations("publicChanges");
  const day = useDay();
  const locale = useLocale();
  return (change: PublicChange) => {
    const called = (unit: string) => nameIn(locale, unit, change.unitsEn?.[unit]);
    return t(change.type, readableParams(changeParams(change, called), { day }));
  };
}
