import { useTranslations } from "next-intl";
import { sheetPath } from "@/components/sheets/sheet-paths";
import { Anchor } from "@/components/ui/anchor";
import type { Action } from "@/lib/domain/action-result";
import type { Role } from "@/lib/domain/people/roles";
import {
  missingRoles,
  missingYears,
  type SkippableStep,
  type SkipStepInput,
  type StartFacts,
  type StartLine,
  skippableSteps,
  startLines,
  stepRoles,
} from "@/lib/domain/site/getting-started";
import { StepNeeded } from "./step-needed";

const paths: Record<StartLine["step"], string> = {
  password: "/account/password",
  site: "/site-settings",
  units: "/departments",
  people: "/people",
  holidays: "/holidays",
  mail: "/mail-settings",
  document: "/registrations/new",
  plan: "/registrations",
};

type Props = {
  facts: StartFacts;
  role: Role;
  skip: Action<SkipStepInput, unknown>;
};

/** 开始使用: each line with what it is for, whose it is, and the way there; done by what is there, never ticked. */
export function StartChecklist({ facts, role, skip }: Props) {
  const t = useTranslations("work.gettingStarted");
  const roles = useTranslations("roles");
  const hint = useHint(facts);
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {startLines(facts, role).map(({ step, state, isMine }, index) => (
        <li key={step} className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-3">
          <div className="min-w-0 flex-[1_1_18rem]">
            <h2 className="font-semibold">
              {index + 1}. {t(`steps.${step}.title`)}
              <span className={`ml-3 font-normal ${state === "open" ? "text-alarm" : "text-done"}`}>
                {t(`states.${state}`)}
              </span>
            </h2>
            <p className="text-sm">{state === "open" ? hint(step) : t(`steps.${step}.why`)}</p>
            <p className="text-sm text-muted">
              {t("whose", { roles: stepRoles[step].map((each) => roles(each)).join(t("and")) })}
              {isMine && <strong className="ml-2 text-ink">{t("yours")}</strong>}
            </p>
          </div>
          {isMine && (
            <div className="flex flex-wrap items-center gap-3">
              {state === "open" && (
                <Anchor href={paths[step]} className="inline-flex min-h-11 items-center underline">
                  {t(`steps.${step}.go`)}
                </Anchor>
              )}
              {state === "open" && (step === "units" || step === "people") && (
                <Anchor
                  href={sheetPath(step)}
                  className="inline-flex min-h-11 items-center underline"
                >
                  {t(`sheet.${step}`)}
                </Anchor>
              )}
              {isSkippable(step) && state !== "done" && (
                <StepNeeded step={step} isNeeded={state === "open"} skip={skip} />
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function isSkippable(step: StartLine["step"]): step is SkippableStep {
  return (skippableSteps as readonly string[]).includes(step);
}

/** What is still missing of an open line, by name. */
function useHint(facts: StartFacts): (step: StartLine["step"]) => string {
  const t = useTranslations("work.gettingStarted");
  const roles = useTranslations("roles");
  return (step) => {
    const why = t(`steps.${step}.why`);
    switch (step) {
      case "password":
        return `${why}${t("missing.passwords", { names: facts.firstPasswords.join(t("and")) })}`;
      case "people": {
        const missing = missingRoles(facts).map((role) => roles(role));
        return `${why}${t("missing.roles", { roles: missing.join(t("and")) })}`;
      }
      case "holidays":
        return `${why}${t("missing.years", { years: missingYears(facts).join(t("and")) })}`;
      default:
        return why;
    }
  };
}

/** On the home of whoever follows it: how far the first hour has come, until it is over. */
export function StartNotice({ facts, role }: Omit<Props, "skip">) {
  const t = useTranslations("work.gettingStarted");
  const lines = startLines(facts, role);
  const open = lines.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  const mine = open.filter(({ isMine }) => isMine).length;
  return (
    <section
      aria-labelledby="start-notice"
      className="my-4 border-l-4 border-brand bg-brand-tint px-4 py-3"
    >
      <h2 id="start-notice" className="font-semibold">
        {t("title")}
      </h2>
      <p>{t("progress", { done: lines.length - open.length, all: lines.length, mine })}</p>
      <Anchor href="/getting-started" className="inline-flex min-h-11 items-center underline">
        {t("open")}
      </Anchor>
    </section>
  );
}
