import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

/** What people look for every day, each an address of the ledger. */
const saved = {
  overdue: "due=overdue",
  soon: "due=soon",
  owed: "owed=1",
  to_receive: "status=assigned",
  far_behind: "light=red",
} as const;
const names = Object.keys(saved) as (keyof typeof saved)[];

/** `search` is that of the present page, to mark where one is. */
export function SavedFilters({ search }: { search: string }) {
  const t = useTranslations("work.tasks");
  return (
    <nav aria-label={t("savedFilters")} className="my-3 flex flex-wrap gap-2">
      {names.map((name) => (
        <Anchor
          key={name}
          href={`/work?${saved[name]}`}
          aria-current={search === saved[name] ? "page" : undefined}
          className="inline-flex min-h-8 items-center rounded-full border border-line bg-paper px-3 text-sm no-underline hover:border-brand aria-[current]:border-brand aria-[current]:bg-brand-tint aria-[current]:font-semibold"
        >
          {t(`saved.${name}`)}
        </Anchor>
      ))}
    </nav>
  );
}
