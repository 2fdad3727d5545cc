import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";

/** Says that the site is a demo, and the day that its clock shows. Nothing when the clock is real. */
export function DemoBanner({
  demo,
  mayAdvance = false,
}: {
  demo: { demo: Day } | null;
  mayAdvance?: boolean;
}) {
  const t = useTranslations("site");
  const day = useDay();
  if (!demo) return null;
  return (
    <aside className="bg-caution-tint px-4 py-1 text-center text-sm text-caution">
      {t("demoBanner", { day: day(demo.demo) })}
      {mayAdvance && (
        <Anchor href="/demo-clock" className="ml-3 inline-flex min-h-6 items-center">
          {t("demoClock")}
        </Anchor>
      )}
    </aside>
  );
}
