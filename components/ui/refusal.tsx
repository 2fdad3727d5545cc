import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { daySchema } from "@/lib/domain/calendar/days";
import type { Refusal } from "@/lib/domain/refusals";
import { Anchor } from "./anchor";
import { useDay } from "./day";
import { Notice } from "./notice";

/** A refusal as a form shows it; `accept` where the person may go on all the same once they have read it. */
export type ShownRefusal = Refusal & { accept?: (isAccepted: boolean) => void };

/** A refusal as its sentence, its days as people write them. */
export function useRefusalText() {
  const t = useTranslations();
  const day = useDay();
  return ({ code, params = {} }: Refusal): string =>
    t(`refusals.${code}`, {
      ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, readable(value)])),
      status: params.status ? t(`submissionStatus.${params.status}`) : "",
      gap: params.gap ? t(`gaps.kinds.${params.gap}`) : "",
    });
  function readable(value: string | number) {
    return daySchema.safeParse(value).success ? day(String(value)) : value;
  }
}

/** Why nothing was done. An ended session is mended in another tab, so that nothing typed here is lost. */
export function RefusalNotice({
  refusal,
  children,
}: {
  refusal: ShownRefusal;
  children?: ReactNode;
}) {
  const t = useTranslations("work.form");
  const say = useRefusalText();
  return (
    <Notice tone="alarm" role="alert">
      <p>{say(refusal)}</p>
      {refusal.accept && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-5"
            onChange={(event) => refusal.accept?.(event.target.checked)}
          />
          {t("acceptGaps")}
        </label>
      )}
      {refusal.code === "session_expired" ? (
        <Anchor href="/sign-in" target="_blank" rel="noopener">
          {t("signInAgain")}
        </Anchor>
      ) : (
        children
      )}
    </Notice>
  );
}
