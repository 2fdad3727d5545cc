import { useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";

export type Indicator = {
  name: string;
  value: string;
  unit: string;
  period: string | null;
  quote: string;
};

export function IndicatorTable({ indicators }: { indicators: Indicator[] }) {
  const t = useTranslations("public.document");
  const columns = ["indicator", "value", "indicatorPeriod", "indicatorQuote"] as const;
  return (
    <Table caption={t("indicatorsHint")} columns={columns.map((column) => t(column))}>
      {indicators.map(({ name, value, unit, period, quote }) => (
        <tr key={`${name} ${period}`} lang="zh-CN">
          <td>{name}</td>
          <td className="md:whitespace-nowrap">
            {value} {unit}
          </td>
          <td>{period}</td>
          <td>{quote}</td>
        </tr>
      ))}
    </Table>
  );
}
