import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { localePath } from "@/messages/locales";
import { sheetPath } from "./sheet-paths";

/** Plans to choose one of, found by words: a plain GET form and links. */
export function PlanChoice({
  plans,
  words,
}: {
  plans: { slug: string; title: string }[];
  words: string;
}) {
  const t = useTranslations("work.sheets");
  return (
    <div className="mt-3 max-w-3xl space-y-4">
      <p className="text-muted">{t("choosePlan")}</p>
      <search>
        <form
          action={localePath(useLocale(), "/sheets/tasks")}
          className="flex flex-wrap items-end gap-3"
        >
          <Field id="q" label={t("findPlan")}>
            {(described) => (
              <input
                {...described}
                type="search"
                name="q"
                defaultValue={words}
                maxLength={60}
                className={inputStyle}
              />
            )}
          </Field>
          <Button type="submit">{t("find")}</Button>
        </form>
      </search>
      {plans.length === 0 ? (
        <p>{t("noPlans")}</p>
      ) : (
        <ul className="divide-y divide-line border border-line bg-paper">
          {plans.map(({ slug, title }) => (
            <li key={slug} className="px-4">
              <Anchor
                href={sheetPath("tasks", slug)}
                lang="zh-CN"
                className="inline-flex min-h-11 items-center"
              >
                {title}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
