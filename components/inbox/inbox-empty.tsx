import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import type { Role } from "@/lib/domain/people/roles";

/** An empty inbox says the next step. */
export function InboxEmpty({ role }: { role: Role }) {
  const t = useTranslations("work.inbox");
  const next =
    role === "auditor"
      ? { href: "/audit", label: t("toAudit") }
      : { href: "/work", label: t("toTasks") };
  return (
    <div className="mt-4 border border-line bg-paper p-5">
      <p className="mb-3">{t(`empty.${role}`)}</p>
      <Anchor href={next.href} className={buttonStyle("plain")}>
        {next.label}
      </Anchor>
    </div>
  );
}
