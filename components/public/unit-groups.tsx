import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { DepartmentKind } from "@/lib/domain/people/departments";

type Unit = { code: string; name: string; leads: number; cooperates: number };
type Props = { kind: DepartmentKind; count: number; units: Unit[]; href: string };

/** Units of a kind, each with how many tasks it leads and takes part in; of many the first, and the way to all. */
export function UnitGroup({ kind, count, units, href }: Props) {
  const t = useTranslations("units");
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{t(`kinds.${kind}`)}</h2>
      <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {units.map(({ code, name, leads, cooperates }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-2 py-1">
            <Anchor href={`/units/${code}`} lang="zh-CN">
              {name}
            </Anchor>
            <small className="text-muted">{t("counts", { leads, cooperates })}</small>
          </li>
        ))}
      </ul>
      {count > units.length && (
        <p className="mt-1">
          <Anchor href={href} className="underline">
            {t("all", { count })}
          </Anchor>
        </p>
      )}
    </section>
  );
}
