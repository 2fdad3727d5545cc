import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import { DemoTag } from "@/components/ui/demo-tag";
import { PolicyWords } from "@/components/ui/policy-words";
import {
  isCorrection,
  type PublicStep,
  reasonOf,
  type StepWhat,
  stepParams,
} from "@/lib/domain/public/public-changes";

/** What happened, in a sentence, with its released reason; what takes something back is marked. */
export function StepLine({ step, demo = true }: { step: PublicStep; demo?: boolean }) {
  const t = useTranslations("publicSteps");
  const sentence = useStepSentence();
  const reason = reasonOf(step);
  return (
    <>
      {isCorrection(step) && (
        <strong className="mr-2 rounded bg-caution-tint px-1.5 text-sm text-caution">
          {t("correction")}
        </strong>
      )}
      <span>
        <PolicyWords text={sentence(step)} />
      </span>
      {demo && step.isDemo && (
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
      {step.type === "due_moved" && reason === null && (
        <span className="block text-sm text-muted">{t("reasonWithheld")}</span>
      )}
    </>
  );
}

/** A step's sentence in the reader's language; its days are written out. */
export function useStepSentence() {
  const t = useTranslations("publicSteps");
  const day = useDay();
  return (step: StepWhat) => {
    const params = stepParams(step);
    for (const name of ["fromDay", "toDay"])
      if (typeof params[name] === "string") params[name] = day(params[name]);
    return t(step.type, params);
  };
}
