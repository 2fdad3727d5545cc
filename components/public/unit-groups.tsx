import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Name } from "@/components/ui/name";
import type { DepartmentKind } from "@/lib/domain/people/departments";
import type { Overview } from "@/lib/domain/public/overview";
import { OverviewBar } from "./overview";

type Unit = {
  code: string;
  name: string;
  nameEn: string | null;
  leads: number;
  cooperates: number;
  overview: Overview;
};
type Props = { kind: DepartmentKind; count: number; units: Unit[]; href: string };

/** Units of a kind, each with how many tasks it leads and takes part in and how those stand that it leads; of many the first, and the way to all. */
export function UnitGroup({ kind, count, units, href }: Props) {
  const t = useTranslations("units");
  return (
    <section className="mt-6">
      <h2 className="text-lg font-bold">{t(`kinds.${kind}`)}</h2>
      <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {units.map(({ code, name, nameEn, leads, cooperates, overview }) => (
          <li key={code} className="flex flex-wrap items-baseline gap-x-2 py-1">
            <Anchor href={`/units/${code}`}>
              <Name name={name} english={nameEn} />
            </Anchor>
            <small className="flex gap-x-2 text-muted">
              <Count href={`/units/${code}#leads`} count={leads}>
                {t("leadsCount", { count: leads })}
              </Count>{" "}
              <Count href={`/units/${code}#cooperates`} count={cooperates}>
                {t("cooperatesCount", { count: cooperates })}
              </Count>
            </small>
            {overview.atRisk + overview.behind > 0 && (
              <small className="text-caution">
                {t("late", { count: overview.atRisk + overview.behind })}
              </small>
            )}
            {leads > 0 && <OverviewBar overview={overview} isSmall />}
          </li>
        ))}
      </ul>
      {count > units.length && (
        <p className="mt-1">
          <Anchor href={href} data-count={count} className="underline">
            {t("all", { count })}
          </Anchor>
        </p>
      )}
    </section>
  );
}

type CountProps = { href: string; count: number; children: ReactNode };

/** A number that leads to what it counts. */
function Count({ href, count, children }: CountProps) {
  if (count === 0) return <span className="inline-flex min-h-6 items-center">{children}</span>;
  return (
    <Anchor href={href} data-count={count} className="inline-flex min-h-6 items-center">
      {children}
    </Anchor>
  );
}
