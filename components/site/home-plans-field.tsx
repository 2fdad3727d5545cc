"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import type { SiteSettings } from "@/lib/domain/site/settings";

type Plan = { slug: string; title: string };
type Props = { plans: readonly Plan[]; error?: string };

/** The plans that the home page puts first, in their order; the first of them is shown whole. */
export function HomePlansField({ plans, error }: Props) {
  const t = useTranslations("work.site");
  const { setValue } = useFormContext<SiteSettings>();
  const chosen = useWatch<SiteSettings, "homePlans">({ name: "homePlans" });
  const set = (slugs: string[]) => setValue("homePlans", slugs, { shouldDirty: true });
  const titleOf = (slug: string) => plans.find((plan) => plan.slug === slug)?.title ?? slug;
  return (
    <fieldset id="homePlans" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("homePlans")}</legend>
      <p className="text-sm text-muted">{t(plans.length > 0 ? "homePlansHint" : "noPlans")}</p>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <ol className="mt-2 space-y-2">
        {chosen.map((slug, index) => (
          <li key={slug} className="flex flex-wrap items-center gap-2 border border-line p-2">
            <span lang="zh-CN" className="min-w-0 flex-[1_1_14rem]">
              {index + 1}. {titleOf(slug)}
            </span>
            <Button
              tone="plain"
              disabled={index === 0}
              onClick={() => set(swapped(chosen, index - 1))}
            >
              {t("moveUp")}
              <span className="sr-only"> {titleOf(slug)}</span>
            </Button>
            <Button tone="plain" onClick={() => set(chosen.filter((each) => each !== slug))}>
              {t("remove")}
              <span className="sr-only"> {titleOf(slug)}</span>
            </Button>
          </li>
        ))}
      </ol>
      <AddPlan
        plans={plans.filter(({ slug }) => !chosen.includes(slug))}
        add={(slug) => set([...chosen, slug])}
      />
    </fieldset>
  );
}

function AddPlan({ plans, add }: { plans: readonly Plan[]; add: (slug: string) => void }) {
  const t = useTranslations("work.site");
  const id = useId();
  const [slug, setSlug] = useState("");
  if (plans.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <label htmlFor={id} className="min-w-0 flex-[1_1_14rem]">
        <span className="font-semibold">{t("addPlan")}</span>
        <select
          id={id}
          value={slug}
          onChange={({ target }) => setSlug(target.value)}
          lang="zh-CN"
          className={inputStyle}
        >
          <option value="">{t("choosePlan")}</option>
          {plans.map((plan) => (
            <option key={plan.slug} value={plan.slug}>
              {plan.title}
            </option>
          ))}
        </select>
      </label>
      <Button
        tone="plain"
        disabled={slug === ""}
        onClick={() => {
          add(slug);
          setSlug("");
        }}
      >
        {t("add")}
      </Button>
    </div>
  );
}

/** The list with the item at `index` and the one after it changed about. */
function swapped(list: readonly string[], index: number): string[] {
  const [first, second] = list.slice(index, index + 2);
  if (first === undefined || second === undefined) return [...list];
  return [...list.slice(0, index), second, first, ...list.slice(index + 2)];
}
