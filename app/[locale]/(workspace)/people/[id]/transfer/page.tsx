import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TransferForm } from "@/components/assignments/departure-forms";
import { DelegationList } from "@/components/people/delegation-list";
import { Anchor } from "@/components/ui/anchor";
import { handOverOf } from "@/db/queries/assignments/hand-over";
import { delegationsOf } from "@/db/queries/people/delegations";
import { findUnits, transfer } from "../../actions";
import { loadPerson } from "../load-person";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.people"))("transfer") };
}

export default async function TransferPage({ params }: Props) {
  const { actor, person, today } = await loadPerson(params);
  const isOut = person.state === "left" || person.state === "disabled";
  if (isOut || person.id === actor.id) notFound();
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
        <h1 className="text-2xl font-bold">{t("transfer")}</h1>
        <p className="text-muted">{t("transferIntro")}</p>
      </div>
      <TransferForm {...{ person, held, people, transfer, findUnits }} />
      {delegations.length > 0 && (
        <DelegationList title={t("delegationsEnd")} delegations={delegations} />
      )}
    </div>
  );
}
