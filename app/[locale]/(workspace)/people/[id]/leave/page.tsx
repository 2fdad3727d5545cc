import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LeaveForm } from "@/components/assignments/departure-forms";
import { DelegationList } from "@/components/people/delegation-list";
import { Anchor } from "@/components/ui/anchor";
import { handOverOf } from "@/db/queries/assignments/hand-over";
import { delegationsOf } from "@/db/queries/people/delegations";
import { leave } from "../../actions";
import { loadPerson } from "../load-person";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.people"))("leave") };
}

export default async function LeavePage({ params }: Props) {
  const { actor, person, today } = await loadPerson(params);
  if (person.state === "left" || person.id === actor.id) notFound();
  const [{ held, people }, delegations] = await Promise.all([
    handOverOf(actor, person),
    delegationsOf(actor, person.id, today),
  ]);
  const t = await getTranslations("work.people");
  return (
    <div className="max-w-3xl space-y-4">
      <div>
        <p className="text-sm">
          <Anchor href={`/people/${person.id}`} lang="zh-CN">
            {person.name}
          </Anchor>
        </p>
        <h1 className="text-2xl font-bold">{t("leave")}</h1>
        <p className="text-muted">{t("leaveIntro")}</p>
      </div>
      <LeaveForm {...{ person, held, people, leave }} />
      {delegations.length > 0 && (
        <DelegationList title={t("delegationsEnd")} delegations={delegations} />
      )}
    </div>
  );
}
