import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import type { Press, ShownCandidate } from "./shown";

/** Where a proposal is cut in two: before one of its sentences. */
export function CandidateSplit({ candidate, press }: { candidate: ShownCandidate; press: Press }) {
  const t = useTranslations("work.imports");
  const { id, version, quotes } = candidate;
  const [quote] = quotes;
  const cuts = quote ? sentencesIn(quote.words).slice(1) : [];
  if (cuts.length === 0) return <p className="text-muted">{t("oneSentence")}</p>;
  return (
    <PlainForm
      action={press.action}
      pressKey={press.key}
      values={{ candidate: id, version, act: "split", back: `${press.back}#c-${id}` }}
      className="space-y-3"
    >
      <fieldset>
        <legend className="font-semibold">{t("splitBefore")}</legend>
        {cuts.map(({ at, words }, i) => (
          <label key={at} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="at"
              value={(quote?.start ?? 0) + at}
              defaultChecked={i === 0}
              className="size-5 shrink-0"
            />
            <span lang="zh-CN">{words.length > 40 ? `${words.slice(0, 40)}…` : words}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" tone="plain">
        {t("acts.split")}
      </Button>
    </PlainForm>
  );
}

/** The sentences of some words, each with where it begins. */
export function sentencesIn(words: string): { at: number; words: string }[] {
  return (
    [...words.matchAll(/[^。；;！？\n\t]+[。；;！？]*/gu)]
      .map(({ index, 0: sentence }) => {
        const blank = sentence.length - sentence.trimStart().length;
        return { at: index + blank, words: sentence.trim() };
      })
      // A bracket belongs to what stands before it.
      .filter(({ words: each }) => each !== "" && !/^[（(]/u.test(each))
  );
}
