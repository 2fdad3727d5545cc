import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

export const importSteps = ["read", "review", "questions", "preview"] as const;
type Props = {
  id: string;
  here: (typeof importSteps)[number];
  /** What has become a draft asks and promises nothing more. */
  isOpen: boolean;
  /** How long the lists are that the steps lead to. */
  counts: { proposals: number; questions: number };
};

const path = { read: "", review: "/review", questions: "/questions", preview: "/preview" } as const;

/** 读回 → 工作台 → 待决问题 → 预览: the way of a document to a draft plan. */
export function ImportSteps({ id, here, isOpen, counts }: Props) {
  const t = useTranslations("work.imports");
  const count = { read: 0, review: counts.proposals, questions: counts.questions, preview: 0 };
  return (
    <nav aria-label={t("stepsLabel")} className="my-4">
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {(isOpen ? importSteps : importSteps.slice(0, 2)).map((step, i) => (
          <li key={step}>
            <Anchor
              href={`/imports/${id}${path[step]}`}
              aria-current={step === here ? "step" : undefined}
              data-count={count[step] || undefined}
              className="inline-flex min-h-11 items-center border-y-4 border-transparent no-underline forced-colors:border-[Canvas] forced-colors:aria-[current]:border-b-[LinkText] hover:underline aria-[current]:border-b-brand aria-[current]:font-semibold"
            >
              {i + 1}. {t(`steps.${step}`, { count: count[step] })}
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
