import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { FilterSelect, FilterText, option } from "@/components/ui/field";
import { type BoardFilters as Filters, lacks } from "@/lib/domain/assignments/board";
import { localePath } from "@/messages/locales";

/** What narrows the board: a plain GET form, so that the address holds it. Words, not lists: plans and units are many. */
export function BoardFilters({ filters }: { filters: Filters }) {
  const t = useTranslations("work.board");
  const isNarrowed = Object.values(filters).some(Boolean);
  return (
    <search>
      <form
        action={localePath(useLocale(), "/assignments")}
        aria-label={t("filters")}
        className="my-3 flex flex-wrap items-end gap-3 border border-line bg-paper p-4"
      >
        <FilterSelect
          name="lacks"
          label={t("lacks")}
          value={filters.lacks}
          options={[option("", t("all")), ...lacks.map((each) => option(each, t(`lack.${each}`)))]}
        />
        {(["plan", "unit"] as const).map((name) => (
          <FilterText
            key={name}
            name={name}
            label={t(`${name}Words`)}
            value={filters[name]}
            max={60}
            lang="zh-CN"
          />
        ))}
        <Button type="submit">{t("apply")}</Button>
        {isNarrowed && (
          <Anchor href="/assignments" className={buttonStyle("plain")}>
            {t("clear")}
          </Anchor>
        )}
      </form>
    </search>
  );
}
