import { useTranslations } from "next-intl";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import type { Slippage as SlippageFacts } from "@/lib/domain/public/slippage";
import { ChangeLine } from "./timeline";

/** Promise and slippage: what was promised first, what is promised now, how far that is, and every move with its reason. */
export function Slippage({ slippage }: { slippage: SlippageFacts }) {
  const t = useTranslations("slippage");
  const { baselineDueOn, dueOn, slipDays, moves } = slippage;
  if (!baselineDueOn || !dueOn) return null;
  return (
    <section className="mt-8 max-w-4xl">
      <h2 className="text-lg font-bold">{t("title")}</h2>
      <Facts>
        <Fact label={t("baseline")}>
          <Day day={baselineDueOn} />
        </Fact>
        <Fact label={t("now")}>
          <Day day={dueOn} />{" "}
          <strong>
            {t("slip", {
              days: slipDays,
              count: Math.abs(slipDays),
              direction: slipDays > 0 ? "later" : "earlier",
            })}
          </strong>
        </Fact>
        <Fact label={t("moves")}>
          {moves.length === 0 ? (
            t("never")
          ) : (
            <>
              <p>{t("times", { count: moves.length })}</p>
              <ol className="mt-1 space-y-2">
                {moves.map((change) => (
                  <li key={change.at}>
                    <ChangeLine change={change} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </Fact>
      </Facts>
    </section>
  );
}
