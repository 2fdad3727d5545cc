import { useTranslations } from "next-intl";
import { Moment, useDay } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import type { Chase, ChaseInstruction } from "@/lib/domain/chasing/chases";
import type { Escalation } from "@/lib/domain/chasing/escalation-policy";
import type { LightNotice } from "@/lib/domain/chasing/light-notices";
import { levelName } from "@/lib/domain/chasing/reminder-policy";
import {
  type AcknowledgeAction,
  type AnswerAction,
  ChaseAnswer,
  EscalationForm,
} from "./chase-forms";

/** 黄色督办单 and 红色督办单, newest first: why and since when, and until when. */
export function LightNoticeList({ notices }: { notices: LightNotice[] }) {
  const t = useTranslations();
  const day = useDay();
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {notices.map(({ id, light, reason, issuedOn, liftedOn }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3">
          <span data-light={light} className="light-tag">
            <strong>{t(`work.chasing.notice.${light}`)}</strong>
          </span>
          <span>{t(`reasons.${reason}`)}</span>
          <span className="text-sm text-muted">
            {t("work.chasing.issuedOn", { day: day(issuedOn) })}
            {liftedOn && ` · ${t("work.chasing.liftedOn", { day: day(liftedOn) })}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Props = { escalations: Escalation[]; acknowledge: AcknowledgeAction };

/** The levels that late obligations have come to (提级督办), newest first, with who has taken them on. */
export function EscalationList({ escalations, acknowledge }: Props) {
  const t = useTranslations();
  const day = useDay();
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {escalations.map(({ id, type, dueOn, level, raisedAt, ...escalation }) => (
        <li key={id} className="space-y-1 p-3">
          <p>
            <strong className="font-semibold">
              {t("work.chasing.raised", { level: t(`levels.${levelName(type, level)}`) })}
            </strong>
            {" · "}
            {t(`work.chasing.obligations.${type}`, { day: day(dueOn) })}
            {type !== "due" && type !== "letter" && <Provisional day={dueOn} />}
          </p>
          <p className="text-sm text-muted">
            <Moment at={raisedAt} />
          </p>
          <Outcome escalation={escalation} />
          {escalation.mayAcknowledge && (
            <EscalationForm escalationId={id} acknowledge={acknowledge} />
          )}
        </li>
      ))}
    </ol>
  );
}

type Taken = Pick<Escalation, "acknowledgedBy" | "acknowledgedAt" | "note" | "isOpen">;

function Outcome({
  escalation: { acknowledgedBy, acknowledgedAt, note, isOpen },
}: {
  escalation: Taken;
}) {
  const t = useTranslations("work.chasing");
  if (!acknowledgedAt)
    return <p className="font-semibold">{t(isOpen ? "unacknowledged" : "ended")}</p>;
  return (
    <div className="border-l-4 border-line pl-3">
      <p className="text-sm text-muted">
        {t("acknowledgedBy", { name: acknowledgedBy ?? "" })} · <Moment at={acknowledgedAt} />
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        <bdi>{note}</bdi>
      </p>
    </div>
  );
}

/** 催办 sent by hand, newest first, each with its answer or, for the unit, the form of one. */
export function ChaseList({ chases, answer }: { chases: Chase[]; answer: AnswerAction }) {
  const t = useTranslations("work.chasing");
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {chases.map((chase) => (
        <li key={chase.id} className="space-y-1 p-3">
          <Message
            by={t("chasedBy", { name: chase.sentBy })}
            at={chase.sentAt}
            text={chase.message}
          />
          {chase.instruction && <Instructed instruction={chase.instruction} />}
          {chase.answer && chase.answeredAt ? (
            <div className="border-l-4 border-line pl-3">
              <Message
                by={t("answeredBy", { name: chase.answeredBy ?? "" })}
                at={chase.answeredAt}
                text={chase.answer}
              />
            </div>
          ) : (
            <p className="font-semibold">{t("unanswered")}</p>
          )}
          {chase.mayAnswer && <ChaseAnswer chaseId={chase.id} answer={answer} />}
        </li>
      ))}
    </ol>
  );
}

/** The 批示 that it was sent for; the words only where the leader lets the unit read them. */
function Instructed({ instruction }: { instruction: ChaseInstruction }) {
  const t = useTranslations("work.chasing");
  const day = useDay();
  const { by, dueOn, text } = instruction;
  return (
    <div className="border-l-4 border-brand pl-3">
      <p className="text-sm text-muted">
        {t("byInstruction", { name: by })}
        {dueOn && ` · ${t("wantedBy", { day: day(dueOn) })}`}
      </p>
      {text && (
        <p lang="zh-CN" className="whitespace-pre-wrap break-words" dir="auto">
          <bdi>{text}</bdi>
        </p>
      )}
    </div>
  );
}

function Message({ by, at, text }: { by: string; at: Date; text: string }) {
  return (
    <>
      <p className="text-sm text-muted">
        {by} · <Moment at={at} />
      </p>
      <p className="whitespace-pre-wrap" dir="auto">
        <bdi>{text}</bdi>
      </p>
    </>
  );
}
