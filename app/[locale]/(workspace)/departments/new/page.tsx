import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CreateUnitForm } from "@/components/people/unit-forms";
import { openUnit } from "@/db/queries/people/unit-page";
import { requirePermission } from "@/lib/auth/session";
import { oneText, type Query } from "@/lib/domain/inputs";
import { unitLimits } from "@/lib/domain/people/unit-inputs";
import { placeRefusal } from "@/lib/domain/people/unit-rules";
import { create } from "../actions";
import { kindOptions } from "../unit-kinds";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.departments"))("createTitle") };
}

export default async function NewDepartmentPage({ searchParams }: Props) {
  const query = await searchParams;
  const under = oneText(query.under);
  const name = (oneText(query.name) ?? "").slice(0, unitLimits.name);
  const actor = await requirePermission("unit.manage");
  const parent = under ? await openUnit(actor, under) : null;
  if (parent === undefined || placeRefusal(actor, parent?.id ?? null)) notFound();
  const t = await getTranslations("work.departments");
  return (
    <div className="max-w-3xl">
      <h1 className="mb-3 text-2xl font-bold">{t("createTitle")}</h1>
      <CreateUnitForm {...{ parent, name, create }} kinds={await kindOptions()} />
    </div>
  );
}
