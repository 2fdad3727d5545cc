import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { EraseLetterForm } from "@/components/letters/erase-letter-form";
import { FollowUpCard } from "@/components/letters/follow-up";
import { FollowUpAnswerForm, FollowUpCheckForm } from "@/components/letters/follow-up-office";
import { LetterCard, LetterProgress } from "@/components/letters/letter-list";
import { AnswerForm } from "@/components/submissions/requests/answer-form";
import { Anchor } from "@/components/ui/anchor";
import { followUpOf } from "@/db/queries/letters/follow-ups";
import { letterDetail } from "@/db/queries/letters/letters";
import { submissionForm } from "@/db/queries/submissions/submission-form";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { answerFollowUpRefusal, checkFollowUpRefusal } from "@/lib/domain/letters/follow-ups";
import { eraseRefusal } from "@/lib/domain/letters/letters";
import { can } from "@/lib/domain/people/permissions";
import { FormOrRefusal, SubmissionFormFrame } from "../../../submission-form-page";
import { answer, check, erase } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("letters"))("answerTitle") };
}

/** One letter: its unit answers it here, whoever oversees reads how far that is. */
export default async function LetterPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor();
  const today = await currentDay();
  const letter = z.uuid().safeParse(id).success ? await letterDetail(actor, id, today) : null;
  const task = letter && (await getTask(actor, letter.code, today));
  if (!task) notFound();
  const t = await getTranslations("letters");
  const subject = { ...task, submissionKind: "answer" as const };
  const isErased = letter.stage === "erased";
  const isOurs = letter.answeredOn === null && !isErased && can(actor, "submission.write", subject);
  const followUp = await followUpOf(id, today);
  const lastAnswer = followUp?.answer && { ...followUp.answer, state: followUp.state };
  const facts = isOurs ? await submissionForm(actor, task.code, "answer", id) : null;
  return (
    <SubmissionFormFrame
      title={t("answerTitle")}
      kind="answer"
      writer={isOurs ? actor : null}
      task={task}
      open={facts?.open ?? null}
    >
      <div className="space-y-5">
        <LetterCard letter={letter} />
        <p>
          <LetterProgress letter={letter} />
        </p>
        {!facts && letter.answerId && (
          <p>
            <Anchor href={`/reviews/${letter.answerId}`}>{t("toAnswer")}</Anchor>
          </p>
        )}
        {followUp && <FollowUpCard followUp={followUp} />}
        {followUp && !answerFollowUpRefusal(actor, task, followUp.state, isErased) && (
          <FollowUpAnswerForm letterId={id} draft={followUp.answer?.body ?? ""} answer={answer} />
        )}
        {lastAnswer && !checkFollowUpRefusal(actor, task, lastAnswer, isErased) && (
          <FollowUpCheckForm answerId={lastAnswer.id} check={check} />
        )}
        {facts && (
          <FormOrRefusal {...{ facts, task }} writer={actor}>
            {({ open }, actions) => (
              <AnswerForm code={task.code} letterId={id} facts={{ open }} actions={actions} />
            )}
          </FormOrRefusal>
        )}
        {!eraseRefusal(actor, letter, isErased) && <EraseLetterForm letterId={id} erase={erase} />}
      </div>
    </SubmissionFormFrame>
  );
}
