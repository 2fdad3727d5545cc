import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { GapNotice } from "@/components/gaps/gap-notice";
import { LetterCard } from "@/components/letters/letter-list";
import { ReleaseLine } from "@/components/releases/release-list";
import { DecisionForm } from "@/components/submissions/decision-form";
import { EvidenceList } from "@/components/submissions/evidence/evidence-list";
import { ReviewSteps } from "@/components/submissions/review-steps";
import { SentRevision } from "@/components/submissions/sent-revision";
import { ReviewContext } from "@/components/submissions/task-context";
import { Anchor } from "@/components/ui/anchor";
import { database } from "@/db/client";
import { gapOfSubmission } from "@/db/queries/gaps/gaps";
import { unitOptions } from "@/db/queries/people/unit-options";
import { releaseOf } from "@/db/queries/releases";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { type TypedContent, unitsNamedIn } from "@/lib/domain/submissions/contents";
import { countersignersOf } from "@/lib/domain/submissions/submission-kinds";
import { decide } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.review"))("viewTitle") };
}

export default async function ReviewPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor();
  if (!z.uuid().safeParse(id).success) notFound();
  const submission = await submissionDetail(actor, id);
  const today = await currentDay();
  const task = submission && (await getTask(actor, submission.taskCode, today));
  if (!task) notFound();
  const { revision, kind, status, transitions, letter } = submission;
  const content = revision && ({ kind: revision.kind, content: revision.content } as TypedContent);
  const unitIds = [
    ...(content ? unitsNamedIn(content) : []),
    ...countersignersOf(submission.reviewSteps),
  ];
  const [units, release, gap] = await Promise.all([
    unitOptions(database(), unitIds),
    releaseOf(id, today),
    gapOfSubmission(database(), id),
  ]);
  const t = await getTranslations();
  const mayDecide = transitions.includes("approve");
  const named = { kind: t(`submissionKinds.${kind}`) };
  return (
    <>
      <h1 className="text-2xl font-bold">
        {mayDecide ? t("work.review.title", named) : t("work.review.viewTitle")}
      </h1>
      <p>
        <Anchor href={`/work/${task.code}`} lang="zh-CN">
          {t("work.report.forTask", { code: task.code, title: task.title })}
        </Anchor>
      </p>
      <p className="mb-4 text-muted">
        <span lang="zh-CN">{submission.unit}</span>
        {" · "}
        {t("work.task.openState", { ...named, status: t(`submissionStatus.${status}`) })}
      </p>
      <GapNotice gaps={gap ? [gap] : []} />
      {release && <ReleaseLine release={release} role={actor.role} />}
      <div className="grid items-start gap-8 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-6">
          {letter && <LetterCard letter={{ ...letter, sentOn: dayIn(letter.sentAt) }} />}
          {revision && content ? (
            <SentRevision
              content={content}
              revision={revision}
              published={submission.lastPublished}
              units={units}
            />
          ) : (
            <p>{t("work.review.notSent", named)}</p>
          )}
          {revision && (
            <section aria-labelledby="evidence">
              <h2 id="evidence" className="mb-2 text-lg font-bold">
                {t("work.review.evidence")}
              </h2>
              <EvidenceList files={submission.evidence} />
            </section>
          )}
          {submission.verification.length > 0 && (
            <section aria-labelledby="verification">
              <h2 id="verification" className="mb-2 text-lg font-bold">
                {t("work.strikeOff.files")}
              </h2>
              <EvidenceList files={submission.verification} />
            </section>
          )}
          {revision && mayDecide && (
            <DecisionForm submission={{ ...submission, revision }} decide={decide} />
          )}
        </div>
        <div className="space-y-6">
          <ReviewSteps submission={submission} units={units} />
          <ReviewContext task={task} />
        </div>
      </div>
    </>
  );
}
