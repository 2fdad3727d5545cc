import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DiskRoom } from "@/lib/domain/system";

const inGigabytes = (bytes: number) => Math.round((bytes / 1024 ** 3) * 10) / 10;

/** Tells whoever keeps the machine that attachments are not taken any more, and what room there is. */
export function DiskNotice({ free, total }: DiskRoom) {
  const t = useTranslations("site");
  return (
    <Notice tone="alarm" role="status">
      {t("diskLow", { free: inGigabytes(free), total: inGigabytes(total) })}
    </Notice>
  );
}
