import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { PolicyWords } from "@/components/ui/policy-words";
import type { Search } from "@/lib/domain/public/public-search";
import { conditionsOf, searchPath } from "@/lib/domain/public/search-address";
import { type Choices, useConditionText } from "./find-words";

/** What narrows the search now; each condition leads to the same search without it. */
export function FindConditions({ search, ...choices }: { search: Search } & Choices) {
  const t = useTranslations("find");
  const textOf = useConditionText(choices);
  const conditions = conditionsOf(search);
  const [first] = conditions;
  if (!first) return null;
  const none = { ...first.without, q: "", plan: "", unit: "", city: "", due: "" } as const;
  return (
    <section aria-label={t("conditions")} className="mt-4 flex flex-wrap items-center gap-2">
      <ul className="contents">
        {conditions.map((condition) => {
          const text = textOf(condition);
          return (
            <li
              key={`${condition.name} ${condition.value}`}
              className="inline-flex min-h-11 items-center gap-3 rounded border border-line bg-paper px-3 py-1"
            >
              <span>
                <PolicyWords text={text} />
              </span>
              <Anchor href={searchPath(condition.without)}>
                <span aria-hidden="true">{t("remove")}</span>
                <span className="sr-only">
                  <PolicyWords text={t("removeWhat", { text })} />
                </span>
              </Anchor>
            </li>
          );
        })}
      </ul>
      {conditions.length > 1 && (
        <Anchor href={searchPath({ ...none, light: [], from: "", to: "" })}>{t("clear")}</Anchor>
      )}
    </section>
  );
}
