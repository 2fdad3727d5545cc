import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandleForm } from "@/components/instructions/handle-form";
import { InstructionDetail } from "@/components/instructions/instruction-detail";
import { Anchor } from "@/components/ui/anchor";
import { instructionDetail } from "@/db/queries/instructions";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { idSchema } from "@/lib/domain/inputs";
import { isFor } from "@/lib/domain/people/permissions";
import { handle } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.instructions"))("title") };
}

/** One 批示: the office handles it here, everybody else who may reads what became of it. */
export default async function InstructionPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("instruction.read");
  const instruction = idSchema.safeParse(id).success
    ? await instructionDetail(actor, id, await currentDay())
    : null;
  if (!instruction) notFound();
  const t = await getTranslations("work.instructions");
  const { state, task, text, sharesWords } = instruction;
  return (
    <>
      <p className="text-sm">
        <Anchor href="/instructions">{t("title")}</Anchor>
      </p>
      <h1 className="mb-2 text-2xl font-bold">{t("title")}</h1>
      <InstructionDetail instruction={instruction} />
      {state === "waiting" && isFor(actor.role, "instruction.handle") && (
        <HandleForm
          instructionId={id}
          code={task?.code ?? null}
          words={sharesWords ? text : ""}
          handle={handle}
        />
      )}
    </>
  );
}
