import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Day } from "@/lib/domain/calendar/days";
import { comparisonPath } from "@/lib/domain/public/comparison";

type Props = {
  plan: { slug: string; shortTitle: string };
  since: Day;
  asOf: Day;
  isMailOn: boolean;
};

/** Where the reader may go on from the latest changes; what the head and the foot of every page offer is not said again. */
export function HomeLinks({ plan: { slug, shortTitle }, since, asOf, isMailOn }: Props) {
  const t = useTranslations();
  const link = "inline-flex min-h-6 items-center underline";
  return (
    <p className="no-print mt-2 flex flex-wrap gap-x-5 gap-y-1">
      <Anchor href="/changes" className={link}>
        {t("changes.all")}
      </Anchor>
      <Anchor href={comparisonPath({ from: since, to: asOf, plan: slug })} className={link}>
        {t("home.compare")}
      </Anchor>
      {isMailOn && (
        <Anchor href={`/subscriptions/new?kind=plan&target=${slug}`} className={link}>
          {t.rich("home.mail", {
            plan: shortTitle,
            zh: (chunks) => <span lang="zh-CN">{chunks}</span>,
          })}
        </Anchor>
      )}
      <Anchor href="/feed.atom" className={link}>
        {t("home.atom")}
      </Anchor>
      <Anchor href="/calendar.ics" className={link}>
        {t("home.calendar")}
      </Anchor>
    </p>
  );
}
