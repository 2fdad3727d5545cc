import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Action } from "@/lib/domain/action-result";
import type { ListedDelegation } from "@/lib/domain/people/delegations";
import type { EndDelegationInput } from "@/lib/domain/people/inputs";
import { DelegationEnd } from "./delegation-form";

type Props = {
  title: string;
  delegations: ListedDelegation[];
  /** Left out for whoever only stands in. */
  end?: Action<EndDelegationInput, unknown>;
};

/** Who decides for whom, from when to when and why. */
export function DelegationList({ title, delegations, end }: Props) {
  const t = useTranslations("work.account");
  const day = useDay();
  return (
    <section>
      <h2 className="mb-2 text-lg font-bold">{title}</h2>
      {delegations.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="space-y-2">
        {delegations.map(({ id, unit, principal, deputy, startsOn, endsOn, reason }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 border border-line bg-paper p-3"
          >
            <div className="min-w-0 flex-[1_1_16rem]">
              <p>
                {t("line", {
                  principal: principal.name,
                  deputy: deputy.name,
                  username: deputy.username,
                })}
              </p>
              <p className="text-sm text-muted">
                <span lang="zh-CN">{unit}</span>
                {" · "}
                {t("term", { start: day(startsOn), end: day(endsOn) })}
              </p>
              <p className="text-sm text-muted">{t("because", { reason })}</p>
            </div>
            {end && <DelegationEnd id={id} deputy={deputy.name} end={end} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
