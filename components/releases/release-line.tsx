import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Role } from "@/lib/domain/people/roles";
import { type Release, ReleaseState } from "./release-list";

type Props = {
  release: Pick<Release, "id" | "disclosure" | "withdrawnAt" | "workdaysLeft">;
  role: Role;
};

/** On the page of something approved: whether it is public, with the way to its release check for whoever may see that. */
export function ReleaseLine({ release, role }: Props) {
  const t = useTranslations("work.release");
  const mayOpen = role === "supervisor" || role === "auditor";
  return (
    <p className="mb-4">
      {t(release.disclosure === null ? "waits" : "decision")}
      <ReleaseState {...release} />
      {mayOpen && (
        <>
          {" "}
          <Anchor href={`/releases/${release.id}`}>{t("open")}</Anchor>
        </>
      )}
    </p>
  );
}
