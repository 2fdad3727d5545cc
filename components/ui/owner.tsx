import { useTranslations } from "next-intl";
import type { OwnerBasis } from "@/lib/domain/tasks/tasks";
import { Anchor } from "./anchor";
import { Name } from "./name";
import { PolicyWords } from "./policy-words";

type OwnerFacts = {
  lead: string | null;
  /** Its translation, on public pages. */
  leadEn?: string | null;
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
};

/** The lead unit with where it comes from. Where the document names only a collective, that is what is shown. */
export function Owner({ owner, href = null }: { owner: OwnerFacts; href?: string | null }) {
  const t = useTranslations();
  const { lead, leadEn, ownerVerbatim, ownerBasis } = owner;
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
        <Anchor href={href} className="underline">
          <Name name={lead} english={leadEn} />
        </Anchor>
      ) : (
        <Name name={lead} english={leadEn} />
      )}
      {ownerBasis && ownerBasis !== "confirmed" && (
        <small className="inline-block">
          {t("aside", { text: t(`ownerBasis.${ownerBasis}`) })}
        </small>
      )}
    </>
  );
}
