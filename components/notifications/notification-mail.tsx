import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

/** Whether these messages also come by mail, and if not, why. */
export function NotificationMail({ state }: { state: "off" | "no_address" | "on" }) {
  const t = useTranslations("work.messages");
  return (
    <p className="text-muted">
      {t(`mail.${state}`)}
      {state === "no_address" && (
        <>
          {" "}
          <Anchor href="/account" className="inline-flex min-h-6 items-center">
            {t("account")}
          </Anchor>
        </>
      )}
    </p>
  );
}
