import { useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ImportSteps, type importSteps } from "./import-steps";

type Props = {
  id: string;
  title: string;
  /** Null while there are no steps to take. */
  here: (typeof importSteps)[number] | null;
  /** Whether it can still become a draft. */
  isOpen: boolean;
  counts: { proposals: number; questions: number };
};

/** The head of every page of an import: what it is, and how far one is on its way to a draft. */
export function ImportHead({ id, title, here, isOpen, counts }: Props) {
  const t = useTranslations("work.imports");
  return (
    <>
      <Breadcrumb links={[{ href: "/imports", title: t("title") }]} />
      <h1 className="mb-4 text-2xl font-bold" lang="zh-CN">
        {title || t("untitled")}
      </h1>
      {here && <ImportSteps {...{ id, here, isOpen, counts }} />}
    </>
  );
}
