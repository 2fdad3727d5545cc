import { useTranslations } from "next-intl";
import { Cell, Table } from "./ui/table";

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
          <Cell label={t("indicator")}>{name}</Cell>
          <Cell label={t("value")} className="sm:whitespace-nowrap">
            {value} {unit}
          </Cell>
          <Cell label={t("indicatorPeriod")}>{period}</Cell>
          <Cell label={t("indicatorQuote")}>{quote}</Cell>
        </tr>
      ))}
    </Table>
  );
}
