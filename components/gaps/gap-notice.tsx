import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Gap } from "@/lib/domain/gaps/gaps";
import { GapText } from "./gap-list";

/** On the item itself: what of it nobody can do now, why, and the way out. */
export function GapNotice({ gaps }: { gaps: readonly Gap[] }) {
  const t = useTranslations("gaps");
  if (gaps.length === 0) return null;
  return (
    <div className="my-3">
      <Notice tone="caution" title={t("onItem")}>
        <ul className="list-disc pl-5">
          {gaps.map((gap) => (
            <li key={gap.key}>
              <GapText gap={gap} />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
