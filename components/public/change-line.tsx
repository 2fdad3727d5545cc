import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import { PolicyWords } from "@/components/ui/policy-words";
import {
  type ChangeWhat,
  changeParams,
  isCorrection,
  type PublicChange,
  reasonOf,
} from "@/lib/domain/public/public-changes";

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

/** A step's sentence in the reader's language; its days are written out. */
export function useChangeSentence() {
  const t = useTranslations("publicChanges");
  const day = useDay();
  return (change: ChangeWhat) => {
    const params = changeParams(change);
    for (const name of ["fromDay", "toDay"])
      if (typeof params[name] === "string") params[name] = day(params[name]);
    return t(change.type, params);
  };
}
