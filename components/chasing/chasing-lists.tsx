import { useTranslations } from "next-intl";
import { Moment, useDay } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import type { Chase, ChaseInstruction } from "@/lib/domain/chasing/chases";
import type { Climb } from "@/lib/domain/chasing/climbs";
import type { LightNotice } from "@/lib/domain/chasing/light-notices";
import {
  type AcknowledgeAction,
  type AnswerAction,
  ChaseAnswer,
  EscalationForm,
} from "./chase-forms";
import { ClimbPath } from "./climb-path";

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

type Props = { climbs: Climb[]; acknowledge: AcknowledgeAction };

/** Late obligations, each with the levels that it has come to (提醒、提级督办) and who has taken it on. */
export function ClimbList({ climbs, acknowledge }: Props) {
  const t = useTranslations();
  const day = useDay();
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {climbs.map(({ id, type, dueOn, levels, isOpen, acknowledgeId }) => (
        <li key={id} className="space-y-1 p-3">
          <p>
            <strong className="font-semibold">
              {t(`work.chasing.obligations.${type}`, { day: day(dueOn) })}
            </strong>
            {type !== "due" && type !== "letter" && <Provisional day={dueOn} />}
            {levels.every(({ acknowledgedAt }) => acknowledgedAt === null) && (
              <>
                {" · "}
                {t(isOpen ? "work.chasing.unacknowledged" : "work.chasing.ended")}
              </>
            )}
          </p>
          <ClimbPath levels={levels} />
          {acknowledgeId && (
            <EscalationForm escalationId={acknowledgeId} acknowledge={acknowledge} />
          )}
        </li>
      ))}
    </ol>
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
