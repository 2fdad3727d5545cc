import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import type { FindUnits } from "@/components/forms/unit-names-input";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import type { CandidateQuestion } from "@/lib/domain/imports/imports";
import { DueFields } from "./candidate-edit";
import type { Press, ShownCandidate } from "./shown";
import { UnitField } from "./unit-field";

/** A unit that is not among ours, or could be several; `times` is how often this document names it. */
export type UnitQuestion = {
  words: string;
  times: number;
  choices: { code: string; name: string }[];
  /** Some of what names it, with the way there. */
  named: { id: string; path: string; title: string }[];
};
type UnitProps = {
  question: UnitQuestion;
  press: Press;
  importId: string;
  findUnits: FindUnits;
};

const namedShown = 3;

/** Which unit some words mean: one of those that it could be, another, or none. Answered once for the whole document. */
export function AskUnit({ question, press, importId, findUnits }: UnitProps) {
  const t = useTranslations("work.imports");
  const { words, times, choices, named } = question;
  return (
    <li className="grid gap-x-6 gap-y-2 border border-line bg-paper p-4 lg:grid-cols-2">
      <div>
        <h3 className="font-bold">
          {t(choices.length > 0 ? "askSeveral" : "askUnknown", { words })}
        </h3>
        <p className="text-sm text-muted">
          {t("namedTimes", { times })}{" "}
          {named.slice(0, namedShown).map(({ id, path, title }) => (
            <Anchor
              key={id}
              href={`/imports/${importId}/review?around=${id}#c-${id}`}
              lang="zh-CN"
              className="mr-3"
            >
              {path} {title}
            </Anchor>
          ))}
        </p>
      </div>
      <PlainForm
        action={press.action}
        pressKey={press.key}
        values={{ words, back: press.back }}
        className="flex flex-wrap items-end gap-2"
      >
        {choices.length > 0 && (
          <div className="flex basis-full flex-wrap gap-2">
            {choices.map(({ code, name }) => (
              <Button
                key={code}
                type="submit"
                name="unit"
                value={code}
                tone="plain"
                lang="zh-CN"
                formNoValidate
              >
                {name}
              </Button>
            ))}
          </div>
        )}
        <input type="hidden" name="act" value="resolve" />
        <div className="min-w-0 flex-[1_1_14rem]">
          <UnitField
            {...{ findUnits }}
            id={`unit-${words}`}
            name="unitName"
            label={t("otherUnit")}
          />
        </div>
        <Button type="submit">{t("thisUnit")}</Button>
        <Button type="submit" name="none" value="1" tone="plain">
          {t("noUnit")}
        </Button>
      </PlainForm>
    </li>
  );
}

type CandidateProps = {
  question: CandidateQuestion;
  candidate: ShownCandidate;
  leads: { id: string; name: string }[];
  press: Press;
};

/** What only a person can say of one proposal: who of several leads, whom 等部门 means, from when its time counts. */
export function AskCandidate({ question, candidate, leads, press }: CandidateProps) {
  const t = useTranslations("work.imports");
  const { id, version, path, title, due, times, verbatim } = candidate;
  return (
    <li className="border border-line bg-paper p-4">
      <p className="text-sm text-muted" lang="zh-CN">
        {path}
      </p>
      <h3 lang="zh-CN" className="font-bold">
        {title}
      </h3>
      <p className="text-caution">{t(`questions.${question}`)}</p>
      {verbatim && question !== "deadline_unanchored" && <p lang="zh-CN">{verbatim}</p>}
      {question === "deadline_unanchored" && (
        <p lang="zh-CN">{times.map(({ words }) => words).join("；")}</p>
      )}
      <PlainForm
        action={press.action}
        pressKey={press.key}
        values={{ act: "answer", question, candidate: id, version, back: press.back }}
        className="mt-3 space-y-3"
      >
        {question === "leads_several" && (
          <fieldset>
            <legend className="font-semibold">{t("lead")}</legend>
            {leads.map(({ id: unitId, name }, i) => (
              <label key={unitId} className="flex min-h-11 items-center gap-2">
                <input
                  type="radio"
                  name="unit"
                  value={unitId}
                  defaultChecked={i === 0}
                  className="size-5"
                />
                <span lang="zh-CN">{name}</span>
              </label>
            ))}
          </fieldset>
        )}
        {question === "deadline_unanchored" && (
          <div className="grid items-end gap-4 sm:grid-cols-2">
            <DueFields f={(name) => `${name}-${id}`} due={due} />
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {question !== "open_ended" && <Button type="submit">{t("saveAnswer")}</Button>}
          <Button type="submit" name="asIs" value="1" tone="plain">
            {t(`asIs.${question}`)}
          </Button>
        </div>
      </PlainForm>
    </li>
  );
}
