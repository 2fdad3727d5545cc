import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { homeOf } from "@/lib/domain/people/home";
import type { Actor } from "@/lib/domain/people/roles";
import { type NavCounts, WorkNav } from "./work-nav";

type Person = Pick<Actor, "name" | "role" | "departmentName" | "branchIds">;

/** Who is here, where they can go, and the way out. Without a person only the name of the site, and the way out if there is one. */
export function WorkHeader({
  person,
  counts,
  signOut,
}: {
  person: Person | null;
  counts: NavCounts;
  signOut: ReactNode;
}) {
  const t = useTranslations();
  return (
    <header className="border-b border-line bg-paper">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4">
        <Anchor
          href={person ? homeOf(person.role) : "/"}
          className="py-2 text-xl font-bold text-brand no-underline"
        >
          {t("site.name")}
        </Anchor>
        {person ? (
          <>
            <WorkNav role={person.role} isBound={person.branchIds !== null} counts={counts} />
            <div className="ml-auto flex flex-wrap items-center gap-x-4 text-sm">
              <p>
                <span className="sr-only">{t("work.nav.person")} </span>
                <Anchor href="/account" className="inline-flex min-h-6 items-center font-semibold">
                  {person.name}
                </Anchor>
                <span className="text-muted">
                  {" · "}
                  <span lang="zh-CN">{person.departmentName}</span>
                  {" · "}
                  {t(`roles.${person.role}`)}
                </span>
              </p>
              {signOut}
            </div>
          </>
        ) : (
          <div className="ml-auto text-sm">
            {signOut ?? (
              <Anchor href="/" className="py-2 text-base">
                {t("work.nav.public")}
              </Anchor>
            )}
          </div>
        )}
      </div>
    </header>
  );
}
