import { useTranslations } from "next-intl";
import type { OwnerBasis } from "@/lib/domain/tasks/tasks";
import { Anchor } from "./anchor";
import { PolicyWords } from "./policy-words";

type OwnerFacts = {
  lead: string | null;
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
};

/** The lead unit with where it comes from. Where the document names only a collective, that is what is shown. */
export function Owner({ owner, href = null }: { owner: OwnerFacts; href?: string | null }) {
  const t = useTranslations();
  const { lead, ownerVerbatim, ownerBasis } = owner;
  if (!lead) {
    return (
      <span className="text-muted">
        {ownerVerbatim ? (
          <PolicyWords text={t("owner.collective", { text: ownerVerbatim })} />
        ) : (
          t("owner.none")
        )}
      </span>
    );
  }
  return (
    <>
      {href ? (
        <Anchor href={href} lang="zh-CN" className="underline">
          {lead}
        </Anchor>
      ) : (
        <span lang="zh-CN">{lead}</span>
      )}
      {ownerBasis && ownerBasis !== "confirmed" && (
        <small>{t("aside", { text: t(`ownerBasis.${ownerBasis}`) })}</small>
      )}
    </>
  );
}
