import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { type Condition, searchPath } from "@/lib/domain/public/search-address";
import { type Choices, useConditionText } from "./find-words";

type Loosened = Condition & { count: number };

/** Nothing was found: which condition stands in the way, and what would be found without it. */
export function FindNothing({ loosened, ...choices }: { loosened: Loosened[] } & Choices) {
  const t = useTranslations("find");
  const textOf = useConditionText(choices);
  return (
    <div className="border border-line bg-paper p-4">
      <p className="font-semibold">{t("none")}</p>
      <p>{t(loosened.length > 0 ? "loosen" : "loosenAll")}</p>
      <ul className="mt-1">
        {loosened.map((condition) => (
          <li key={`${condition.name} ${condition.value}`} className="min-h-8">
            <Anchor href={searchPath(condition.without)} className="underline">
              {t("removeWhat", { text: textOf(condition) })}
            </Anchor>{" "}
            {t("wouldFind", { count: condition.count })}
          </li>
        ))}
      </ul>
    </div>
  );
}
