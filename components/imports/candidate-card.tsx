import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PlainForm } from "@/components/forms/plain-form";
import type { FindUnits } from "@/components/forms/unit-names-input";
import { Button, buttonStyle } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import type { OwnerRole } from "@/lib/domain/imports/candidates";
import type { Decision } from "@/lib/domain/imports/imports";
import { CandidateEdit } from "./candidate-edit";
import { CandidateGrounds } from "./candidate-grounds";
import { CandidateSplit } from "./candidate-split";
import type { Press, ShownCandidate } from "./shown";

type Props = {
  candidate: ShownCandidate;
  press: Press;
  /** What can be done to it now. */
  decisions: readonly Decision[];
  findUnits: FindUnits;
  /** The one before it, which it can be merged with. */
  before: { id: string; version: number; path: string } | null;
};

/** One proposal: what it says, where that stands, which rules made it, and what can be done with it. */
export function CandidateCard({ candidate, press, decisions, before, findUnits }: Props) {
  const t = useTranslations("work.imports");
  const { id, version, path, kind, state, certainty, title } = candidate;
  const values = { candidate: id, version, back: `${press.back}#c-${id}` };
  const may = (decision: Decision) => decisions.includes(decision);
  return (
    <article
      id={`c-${id}`}
      data-card
      tabIndex={-1}
      aria-labelledby={`t-${id}`}
      className={`scroll-mt-4 border bg-paper p-4 outline-offset-2 focus:outline-3 focus:outline-brand ${frame[state]}`}
    >
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span lang="zh-CN">{path}</span>
        <span>{t(`kinds.${kind}`)}</span>
        <span className={certainty === "doubtful" ? "text-caution" : ""}>
          {t(`certainties.${certainty}`)}
        </span>
        <b className="text-ink">{t(`states.${state}`)}</b>
      </p>
      <h3 id={`t-${id}`} lang="zh-CN" className="mt-1 text-lg font-bold leading-snug">
        {title}
      </h3>
      <Said candidate={candidate} />
      <CandidateGrounds candidate={candidate} />
      <div className="mt-1 flex flex-wrap items-start gap-2">
        <PlainForm action={press.action} pressKey={press.key} values={values} className="contents">
          {may("confirm") && <Act name="confirm" shortcut="enter" tone="primary" />}
          {may("reject") && <Act name="reject" shortcut="x" />}
          {may("undo") && <Act name="undo" shortcut="u" />}
        </PlainForm>
        {may("merge") && before && (
          <PlainForm
            action={press.action}
            pressKey={press.key}
            className="contents"
            values={{
              ...{ candidate: id, version, into: before.id, intoVersion: before.version },
              back: `${press.back}#c-${before.id}`,
            }}
          >
            <Act name="merge" shortcut="m" hint={t("mergeInto", { path: before.path })} />
          </PlainForm>
        )}
        {may("edit") && (
          <Unfold label={t("acts.edit")} shortcut="e">
            <CandidateEdit {...{ candidate, press, findUnits }} />
          </Unfold>
        )}
        {may("split") && (
          <Unfold label={t("acts.split")} shortcut="s">
            <CandidateSplit candidate={candidate} press={press} />
          </Unfold>
        )}
      </div>
    </article>
  );
}

const frame = {
  proposed: "border-line",
  confirmed: "border-done",
  edited: "border-done",
  known: "border-line",
  rejected: "border-line border-dashed",
  merged: "border-line border-dashed",
} as const;

type ActProps = {
  name: "confirm" | "reject" | "undo" | "merge";
  shortcut: string;
  tone?: "primary" | "plain";
  hint?: string;
};

function Act({ name, shortcut, tone = "plain", hint }: ActProps) {
  const t = useTranslations("work.imports");
  return (
    <Button type="submit" name="act" value={name} tone={tone} data-key={shortcut} title={hint}>
      {t(`acts.${name}`)}
      <Shortcut of={shortcut} />
    </Button>
  );
}

/** The key that presses it, for whoever has one. */
function Shortcut({ of }: { of: string }) {
  const t = useTranslations("work.imports");
  return (
    <kbd aria-hidden className="ml-2 hidden text-xs font-normal opacity-80 lg:inline">
      {of === "enter" ? t("enterKey") : of.toUpperCase()}
    </kbd>
  );
}

function Unfold({
  label,
  shortcut,
  children,
}: {
  label: string;
  shortcut: string;
  children: ReactNode;
}) {
  return (
    <details className="open:w-full">
      <summary data-key={shortcut} className={`${buttonStyle("plain")} cursor-pointer`}>
        {label}
        <Shortcut of={shortcut} />
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/** Who and by when: the units as they are known here, else as the document writes them. */
function Said({ candidate }: { candidate: ShownCandidate }) {
  const t = useTranslations("work.imports");
  const c = useTranslations("cycles");
  const { lead, cooperating, due, times, isByHand, isOpenEnded, owners } = candidate;
  const unsettled = (...roles: OwnerRole[]) =>
    owners.flatMap(({ role, unit, words }) => (unit === null && roles.includes(role) ? words : []));
  const leads = unsettled("lead");
  const others = unsettled("co_lead", "cooperating", "implementing");
  const hasOthers = cooperating.length > 0 || others.length > 0 || isOpenEnded;
  return (
    <dl className="mt-1 grid grid-cols-[minmax(5em,auto)_1fr] gap-x-3 gap-y-1">
      <dt className="text-muted">{t("lead")}</dt>
      <dd>
        {lead && <span lang="zh-CN">{lead}</span>}
        {!lead && leads.length > 0 && <Unsettled words={leads} />}
        {!lead && leads.length === 0 && t("open")}
        {isByHand.owner && <Hand />}
      </dd>
      {hasOthers && (
        <>
          <dt className="text-muted">{t("cooperating")}</dt>
          <dd>
            <span lang="zh-CN">{cooperating.join("、")}</span>
            {cooperating.length > 0 && others.length > 0 && "、"}
            {others.length > 0 && <Unsettled words={others} />}
            {isOpenEnded && <small className="ml-2 text-muted">{t("openEnded")}</small>}
          </dd>
        </>
      )}
      <dt className="text-muted">{t("deadline")}</dt>
      <dd>
        {due.dueOn ? <Day day={due.dueOn} /> : t(`due.${due.kind}`)}
        {due.cycle !== "none" && ` · ${c(due.cycle)}`}
        {isByHand.deadline && <Hand />}
        {times.length > 0 && (
          <small className="ml-2 text-muted" lang="zh-CN">
            {times.map(({ words }) => t("quoted", { words })).join("；")}
          </small>
        )}
      </dd>
    </dl>
  );
}

/** Units that are not known here, or not for certain: the document's words for them. */
function Unsettled({ words }: { words: readonly string[] }) {
  const t = useTranslations("work.imports");
  return (
    <span className="text-caution">
      <span lang="zh-CN">{words.join("、")}</span>
      <small className="ml-1">{t("unsettled")}</small>
    </span>
  );
}

/** What a person gave in the place of the document's words. */
function Hand() {
  const t = useTranslations("work.imports");
  return <small className="ml-2 text-muted">{t("byHand")}</small>;
}
