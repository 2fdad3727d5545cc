import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { FilterSelect, FilterText, option } from "@/components/ui/field";
import { releasableKinds } from "@/lib/domain/disclosure";
import { type ReleaseFilters as Filters, releaseStates } from "@/lib/domain/releases";
import { localePath } from "@/messages/locales";

/** What narrows the releases: a plain GET form, so that the address holds it. */
export function ReleaseFilters({ filters }: { filters: Filters }) {
  const t = useTranslations();
  const isNarrowed = Object.values(filters).some(Boolean);
  const all = option("", t("work.release.all"));
  return (
    <search>
      <form
        action={localePath(useLocale(), "/releases")}
        className="no-print my-3 flex flex-wrap items-end gap-3 border border-line bg-paper p-4"
      >
        <FilterSelect
          name="state"
          label={t("work.release.columns.state")}
          value={filters.state}
          options={[
            all,
            ...releaseStates.map((each) => option(each, t(`work.release.states.${each}`))),
          ]}
        />
        <FilterSelect
          name="kind"
          label={t("work.release.columns.kind")}
          value={filters.kind}
          options={[
            all,
            ...releasableKinds.map((each) => option(each, t(`submissionKinds.${each}`))),
          ]}
        />
        <FilterText
          name="q"
          label={t("work.release.words")}
          value={filters.q}
          max={60}
          lang="zh-CN"
        />
        <Button type="submit">{t("work.audit.apply")}</Button>
        {isNarrowed && (
          <Anchor href="/releases" className={buttonStyle("plain")}>
            {t("work.board.clear")}
          </Anchor>
        )}
      </form>
    </search>
  );
}
