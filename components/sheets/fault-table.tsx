import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useRefusalText } from "@/components/ui/refusal";
import { Table } from "@/components/ui/table";
import type { Fault } from "@/lib/domain/sheets/tables";

/** How many errors a page lists. */
const shown = 200;

/** What is wrong with a file, cell by cell, and what to do about each. */
export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const t = useTranslations("work.sheets");
  const say = useFaultWords();
  const columns = (["cell", "what", "remedy"] as const).map((name) => t(`faultColumns.${name}`));
  return (
    <div className="space-y-3">
      <Notice tone="alarm" role="alert" title={t("faultsTitle", { count: faults.length })}>
        {faults.length > shown && <p>{t("faultsMore", { shown })}</p>}
      </Notice>
      <Table caption={t("faultsTitle", { count: faults.length })} columns={columns}>
        {faults.slice(0, shown).map((fault, i) => {
          const { what, remedy } = say(fault);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a cell may stand in it twice.
            <tr key={i}>
              <td>{fault.cell ? <code>{fault.cell}</code> : t("wholeFile")}</td>
              <td>{what}</td>
              <td>{remedy}</td>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}

/** The sentences of a fault: what is wrong, and what to do. */
function useFaultWords() {
  const t = useTranslations("work.sheets");
  const validation = useTranslations("validation");
  const roles = useTranslations("roles");
  const refused = useRefusalText();
  return (fault: Fault): { what: string; remedy: string } => {
    const { params = {} } = fault;
    const remedyOf = (name: string) =>
      t.has(`remedies.${name}` as "remedyDefault")
        ? t(`remedies.${name}` as "remedyDefault", params)
        : t("remedyDefault");
    if ("fault" in fault) {
      const before = String(params.before ?? "");
      const said =
        fault.fault === "role_changed" ? { ...params, before: roles(before as "head") } : params;
      return { what: t(`faults.${fault.fault}`, said as never), remedy: remedyOf(fault.fault) };
    }
    if ("refusal" in fault)
      return { what: refused({ code: fault.refusal, params }), remedy: remedyOf(fault.refusal) };
    const key = validation.has(fault.validation as "email") ? fault.validation : "too_long";
    return { what: validation(key as "email"), remedy: remedyOf(fault.validation) };
  };
}
