import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import type { Press } from "./shown";

type Props = {
  head: { section: number | null; title: string; sure: number };
  press: Press;
  isOpen: boolean;
};

/** Where a section of the document begins among its proposals; all that is sure in it can be confirmed at once. */
export function SectionHead({ head: { section, title, sure }, press, isOpen }: Props) {
  const t = useTranslations("work.imports");
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center justify-between gap-2 first:mt-0">
      <h2 className="font-bold" lang="zh-CN">
        {title || t("noSection")}
      </h2>
      {isOpen && sure > 0 && (
        <PlainForm
          action={press.action}
          pressKey={press.key}
          values={{ act: "sure", section: section ?? "", count: sure, back: press.back }}
        >
          <Button type="submit" tone="plain">
            {t("confirmSure", { count: sure })}
          </Button>
        </PlainForm>
      )}
    </div>
  );
}
