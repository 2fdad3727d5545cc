import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/days";
import { type InboxItem, InboxRow, type InboxSectionName } from "./inbox-row";
import type { ReceiveAction } from "./receive-button";
import { Anchor } from "./ui/anchor";

const shortLength = 20;

/** One kind of thing to do, with its list. A long list is cut until it is asked for. */
export function InboxSection({
  section,
  items,
  showAll,
  today,
  receive,
}: {
  section: InboxSectionName;
  items: InboxItem[];
  showAll: boolean;
  today: Day;
  receive: ReceiveAction;
}) {
  const t = useTranslations("work.inbox");
  const shown = showAll ? items : items.slice(0, shortLength);
  return (
    <section aria-labelledby={section} className="mt-6">
      <h2 id={section} className="mb-2 text-lg font-bold">
        {t("counts", { section: t(`sections.${section}`), count: items.length })}
      </h2>
      <ul className="divide-y divide-line border border-line bg-paper">
        {shown.map((item) => (
          <InboxRow key={item.task.code} {...{ section, item, today, receive }} />
        ))}
      </ul>
      {items.length > shortLength && (
        <Anchor
          href={showAll ? `/inbox#${section}` : `/inbox?all=${section}#${section}`}
          className="inline-flex min-h-11 items-center"
        >
          {showAll ? t("showLess", { count: shortLength }) : t("showAll", { count: items.length })}
        </Anchor>
      )}
    </section>
  );
}
