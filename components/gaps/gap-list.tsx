import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FilterSelect, option } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { type Gap, type GapFilters, gapKindsFor, gapPath } from "@/lib/domain/gaps/gaps";
import type { Role } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";

/** What has nobody, and the way out. */
export function GapText({ gap }: { gap: Gap }) {
  const t = useTranslations();
  const { kind, wait, role, unit, plan } = gap;
  const names = {
    unit: unit ?? "",
    plan: plan ?? "",
    role: role ? t(`roles.${role}`) : "",
    wait: wait ?? "",
  };
  return (
    <>
      {t(`gaps.said.${kind}`, names)} <span>{t(`gaps.ways.${kind}`, names)}</span>
    </>
  );
}

/** What the list is narrowed to: a plain GET form, so that the address holds it. */
export function GapFilter({ filters, role }: { filters: GapFilters; role: Role }) {
  const t = useTranslations("gaps");
  const kinds = gapKindsFor(role).map((kind) => option(kind, t(`kinds.${kind}`)));
  return (
    <search>
      <form
        action={localePath(useLocale(), "/gaps")}
        aria-label={t("filters")}
        className="my-3 flex flex-wrap items-end gap-3 border border-line bg-paper p-4"
      >
        <FilterSelect
          name="kind"
          label={t("kind")}
          value={filters.kind}
          options={[option("", t("all")), ...kinds]}
        />
        <Button type="submit">{t("apply")}</Button>
      </form>
    </search>
  );
}

const columns = ["kind", "what", "about"] as const;

/** A page of gaps, one a row, each with its way out and the way there. */
export function GapTable({ gaps, role }: { gaps: readonly Gap[]; role: Role }) {
  const t = useTranslations("gaps");
  return (
    <Table caption={t("title")} columns={columns.map((name) => t(name))}>
      {gaps.map((gap) => {
        const href = gapPath(gap, role);
        return (
          <tr key={gap.key}>
            <td>{t(`kinds.${gap.kind}`)}</td>
            <td>
              <GapText gap={gap} />
            </td>
            <td>
              {gap.task && (
                <p>
                  {gap.task.code} <span lang="zh-CN">{gap.task.title}</span>
                </p>
              )}
              {href ? <Anchor href={href}>{t(`go.${gap.kind}`)}</Anchor> : !gap.task && t("none")}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
