import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { type UnitAct, unitActs } from "@/components/people/unit-facts";
import { Anchor } from "@/components/ui/anchor";
import { oneText, type Query } from "@/lib/domain/inputs";
import { keptUnit } from "../kept-unit";
import { actPages } from "./act-pages";

type Props = {
  params: Promise<{ code: string; act: string }>;
  searchParams: Promise<Query>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("work.departments"))("title") };
}

/** One thing that can be done with a unit, which says before saving what it does. A closed one is there to be read only. */
export default async function DepartmentActPage({ params, searchParams }: Props) {
  const { code, act: asked } = await params;
  const query = await searchParams;
  const { actor, unit } = await keptUnit(code);
  const act: UnitAct | undefined = unitActs.find((each) => each === asked);
  if (!act || unit.closedOn !== null) notFound();
  const t = await getTranslations("work.departments");
  const content = await actPages[act]({
    ...{ actor, unit, path: `/departments/${code}/${act}` },
    target: oneText(query.target) ?? "",
    q: (oneText(query.q) ?? "").trim().slice(0, 100),
  });
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Anchor href={`/departments/${code}`} lang="zh-CN">
          {unit.name}
        </Anchor>
      </p>
      <h1 className="mb-3 text-2xl font-bold">{t(`acts.${act}`)}</h1>
      {content}
    </div>
  );
}
