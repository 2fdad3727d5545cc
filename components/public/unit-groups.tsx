import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { groupBy } from "@/lib/domain/group-by";
import type { DepartmentKind } from "@/lib/domain/people/departments";

type Unit = { code: string; name: string; kind: DepartmentKind; leads: number; cooperates: number };

/** Units by what they are, each with how many tasks it leads and takes part in. */
export function UnitGroups({ units }: { units: Unit[] }) {
  const t = useTranslations("units");
  return [...groupBy(units, ({ kind }) => kind)].map(([kind, own]) => (
    <section key={kind} className="mt-6">
      <h2 className="text-lg font-bold">{t(`kinds.${kind}`)}</h2>
      <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {own.map(({ code, name, leads, cooperates }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-2 py-1">
            <Anchor href={`/units/${code}`} lang="zh-CN">
              {name}
            </Anchor>
            <small className="text-muted">{t("counts", { leads, cooperates })}</small>
          </li>
        ))}
      </ul>
    </section>
  ));
}
