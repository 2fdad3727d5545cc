import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LetterCard, LetterProgress } from "@/components/letters/letter-list";
import { ClosedForm } from "@/components/submissions/closed-form";
import { AnswerForm } from "@/components/submissions/requests/answer-form";
import { Anchor } from "@/components/ui/anchor";
import { letterDetail } from "@/db/queries/letters/letters";
import { submissionForm } from "@/db/queries/submissions/submission-form";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { can } from "@/lib/domain/people/permissions";
import { discard, save, submit, withdraw } from "../../submission-actions";
import { WritingPage } from "../../writing-page";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("letters"))("answerTitle") };
}

/** One letter: its unit answers it here, whoever oversees reads how far that is. */
export default async function LetterPage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/correspondence/${id}`);
  const today = await currentDay();
  const letter = z.uuid().safeParse(id).success ? await letterDetail(actor, id, today) : null;
  const task = letter && (await getTask(actor, letter.code, today));
  if (!task) notFound();
  const t = await getTranslations("letters");
  const subject = { ...task, submissionKind: "answer" as const };
  const isOurs = letter.answeredOn === null && can(actor, "submission.write", subject);
  const form = isOurs ? await submissionForm(actor, task.code, "answer", id) : null;
  const page = { title: t("answerTitle"), role: actor.role, task, form: form ?? { open: null } };
  return (
    <WritingPage {...page}>
      <div className="space-y-5">
        <LetterCard letter={letter} />
        <p>
          <LetterProgress letter={letter} />
          {!form && letter.answerId && (
            <Anchor href={`/reviews/${letter.answerId}`} className="ml-4">
              {t("toAnswer")}
            </Anchor>
          )}
        </p>
        {form &&
          (form.refusal ? (
            <ClosedForm form={{ ...form, refusal: form.refusal }} discard={discard} />
          ) : (
            <AnswerForm
              code={task.code}
              letterId={id}
              form={form}
              actions={{ save, submit, withdraw, discard }}
            />
          ))}
      </div>
    </WritingPage>
  );
}
