"use client";
import { useTranslations } from "next-intl";
import { WhenReady } from "@/components/ui/form";
import { useRowKeysSetting } from "@/components/ui/row-keys-setting";

/** Turns J and K in lists on and off. */
export function RowKeysChoice() {
  const t = useTranslations("work.account.keys");
  const { isOn, set } = useRowKeysSetting();
  return (
    <section aria-labelledby="account-keys">
      <h2 id="account-keys" className="mb-2 text-lg font-bold">
        {t("title")}
      </h2>
      <WhenReady>
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-6 shrink-0"
            checked={isOn}
            onChange={({ target }) => set(target.checked)}
          />
          {t("label")}
        </label>
        <p className="text-sm text-muted">{t("hint")}</p>
      </WhenReady>
    </section>
  );
}
