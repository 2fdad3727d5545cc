import { useTranslations } from "next-intl";
import type { CandidateState } from "@/lib/domain/imports/imports";

export type StretchPart = {
  start: number;
  words: string;
  /** The proposal that these words gave; null for what gave none. */
  candidate: { id: string; path: string; state: CandidateState } | null;
};
export type StretchParagraph = { start: number; parts: StretchPart[] };

const look: Record<CandidateState, string> = {
  proposed: "bg-brand-tint",
  known: "bg-brand-tint",
  confirmed: "bg-done-tint",
  edited: "bg-done-tint",
  rejected: "line-through decoration-muted",
  merged: "bg-done-tint",
};

/** The document's own text beside what was proposed from it; every coloured stretch leads to its proposal. */
export function DocumentStretch({ paragraphs }: { paragraphs: readonly StretchParagraph[] }) {
  const t = useTranslations("work.imports");
  return (
    <section
      aria-label={t("document")}
      // Scrolls by itself, so a keyboard must reach it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region without anything to focus
      tabIndex={0}
      className="space-y-3 border border-line bg-paper p-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto"
    >
      {paragraphs.map(({ start, parts }) => (
        <p key={start} lang="zh-CN" className="whitespace-pre-line leading-relaxed">
          {parts.map(({ start: at, words, candidate }) =>
            candidate ? (
              <a
                key={at}
                href={`#c-${candidate.id}`}
                data-place={`c-${candidate.id}`}
                title={candidate.path}
                className={`rounded-sm text-ink no-underline hover:underline data-current:outline-3 data-current:outline-brand ${look[candidate.state]}`}
              >
                {words}
              </a>
            ) : (
              <span key={at}>{words}</span>
            ),
          )}
        </p>
      ))}
    </section>
  );
}
