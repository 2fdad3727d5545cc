import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Refusal } from "@/lib/domain/refusals";
import type { WayOn } from "@/lib/domain/submissions/ways-on";

/** Why something may not be done, and what may be done instead. */
export function RefusalWithWays({ refusal, ways }: { refusal: Refusal; ways: readonly WayOn[] }) {
  const t = useTranslations("work.waysOn");
  return (
    <RefusalNotice refusal={refusal}>
      {ways.length > 0 && (
        <p className="flex flex-wrap gap-x-5">
          {ways.map(({ way, href, code }) => (
            <Anchor key={href} href={href} className="inline-flex min-h-11 items-center">
              {t(way, { code })}
            </Anchor>
          ))}
        </p>
      )}
    </RefusalNotice>
  );
}
