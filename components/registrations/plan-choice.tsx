import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FilterText } from "@/components/ui/field";
import { Pages } from "@/components/ui/pages";
import type { PlanName } from "@/lib/domain/plans";
import { localePath } from "@/messages/locales";

type Props<Plan> = {
  /** The page it stands on, which finds plans by `q` and shows them by `page`. */
  path: string;
  words: string;
  found: { plans: readonly Plan[]; page: number; pages: number };
  hrefOf: (slug: string) => string;
  noteOf?: (plan: Plan) => ReactNode;
};

/** Plans to choose one of, found by words: a plain GET form and links. */
export function PlanChoice<Plan extends PlanName>(props: Props<Plan>) {
  const { path, words, found, hrefOf, noteOf } = props;
  const t = useTranslations("work.planChoice");
  return (
    <div className="mt-3 max-w-3xl space-y-4">
      <search>
        <form action={localePath(useLocale(), path)} className="flex flex-wrap items-end gap-3">
          <FilterText name="q" label={t("words")} value={words} max={60} />
          <Button type="submit">{t("find")}</Button>
        </form>
      </search>
      {found.plans.length === 0 ? (
        <p>{t(words ? "noneFound" : "none")}</p>
      ) : (
        <ul className="divide-y divide-line border border-line bg-paper">
          {found.plans.map((plan) => (
            <li key={plan.slug} className="px-4 py-1">
              <Anchor
                href={hrefOf(plan.slug)}
                lang="zh-CN"
                className="inline-flex min-h-11 items-center"
              >
                {plan.title}
              </Anchor>
              {noteOf?.(plan)}
            </li>
          ))}
        </ul>
      )}
      <Pages
        page={found.page}
        pages={found.pages}
        hrefOf={(page) => `${path}?${new URLSearchParams({ q: words, page: String(page) })}`}
      />
    </div>
  );
}
