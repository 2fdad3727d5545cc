import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Table } from "@/components/ui/table";
import { loadHref } from "@/lib/domain/assignments/board";
import { type UnitLoad, unitLoads } from "@/lib/domain/people/departments";

type Loaded = { code: string; name: string; load: UnitLoad };

/** What these units have in hand, each number a link to the list of the ledger that it counts. */
export function UnitLoads({ units }: { units: readonly Loaded[] }) {
  const t = useTranslations("work.unitLoads");
  if (units.length === 0) return null;
  return (
    <Table
      caption={t("title")}
      columns={["unit", ...unitLoads].map((column) => t(column))}
      className="line-table load-table"
    >
      {units.map(({ code, name, load }) => (
        <tr key={code}>
          <td lang="zh-CN">{name}</td>
          {unitLoads.map((number) => (
            <td key={number} className="md:text-right">
              <Anchor
                href={loadHref(number, code)}
                data-count={load[number]}
                aria-label={t("list", { unit: name, what: t(number), count: load[number] })}
                className={number === "late" && load.late > 0 ? "font-semibold text-alarm" : ""}
              >
                {load[number]}
              </Anchor>
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
