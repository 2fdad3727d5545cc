import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/day";
import type { ShownCandidate } from "./shown";

/** A rule by the name of its file, as it is written down. */
const ruleName = (rule: string) => rule;

/** The document's words for a proposal, and the rules that made each of its values. */
export function CandidateGrounds({
  candidate: { quotes, evidence, owners, times, verbatim },
}: {
  candidate: ShownCandidate;
}) {
  const t = useTranslations("work.imports");
  return (
    <details className="mt-1">
      <summary className="min-h-11 cursor-pointer content-center text-brand">
        {t("grounds")}
      </summary>
      {quotes.map(({ start, words }) => (
        <blockquote key={start} lang="zh-CN" className="mt-2 border-l-4 border-brand pl-3">
          {words}
        </blockquote>
      ))}
      <ul className="mt-2 space-y-1 text-sm text-muted">
        {evidence.map(({ rule, weight }) => (
          <li key={rule}>
            {t("ground", { rule: ruleName(rule), weight: weight > 0 ? `+${weight}` : `${weight}` })}
          </li>
        ))}
        {verbatim && (
          <li>
            {t("ownerWords")}
            <span lang="zh-CN">{t("quoted", { words: verbatim })}</span>
          </li>
        )}
        {owners.map(({ words, rule, role, unit }) => (
          <li key={`${role} ${words}`}>
            <span lang="zh-CN">{t("quoted", { words })}</span> {t(`roles.${role}`)} ·{" "}
            {ruleName(rule)}
            {unit && unit !== words && (
              <>
                {" → "}
                <span lang="zh-CN">{unit}</span>
              </>
            )}
          </li>
        ))}
        {times.map(({ words, rule, end }) => (
          <li key={words}>
            <span lang="zh-CN">{t("quoted", { words })}</span> {ruleName(rule)}
            {end && (
              <>
                {" → "}
                <Day day={end} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
