"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFound } from "@/components/forms/use-found";
import { Button } from "@/components/ui/button";
import { inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import type { PlanName } from "@/lib/domain/plans";
import type { SiteSettings } from "@/lib/domain/site/settings";

export type FindPlans = Action<{ words: string }, PlanName[]>;
type Props = { plans: readonly PlanName[]; find: FindPlans; error?: string };
type AddProps = { chosen: readonly string[]; find: FindPlans; add: (plan: PlanName) => void };

/** The plans that the home page puts first, in their order; the first of them is shown whole. */
export function HomePlansField({ plans, find, error }: Props) {
  const t = useTranslations("work.site");
  const { setValue } = useFormContext<SiteSettings>();
  const chosen = useWatch<SiteSettings, "homePlans">({ name: "homePlans" });
  const set = (slugs: string[]) => setValue("homePlans", slugs, { shouldDirty: true });
  const [known, setKnown] = useState(plans);
  const titleOf = (slug: string) => known.find((plan) => plan.slug === slug)?.title ?? slug;
  const add = (plan: PlanName) => {
    setKnown([...known, plan]);
    set([...chosen, plan.slug]);
  };
  return (
    <fieldset id="homePlans" tabIndex={-1} className="min-w-0">
      <legend className="font-semibold">{t("homePlans")}</legend>
      <p className="text-sm text-muted">{t("homePlansHint")}</p>
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
      <AddPlan {...{ chosen, find, add }} />
    </fieldset>
  );
}

/** A plan found by some of its name: there may be hundreds. */
function AddPlan({ chosen, find, add }: AddProps) {
  const t = useTranslations("work.site");
  const id = useId();
  const [words, setWords] = useState("");
  const { found, search } = useFound(find);
  const offered = found.filter(({ slug }) => !chosen.includes(slug));
  const plan = offered.find(({ title }) => title === words.trim());
  return (
    <div className="mt-2 flex flex-wrap items-end gap-2">
      <label htmlFor={id} className="min-w-0 flex-[1_1_14rem]">
        <span className="font-semibold">{t("addPlan")}</span>
        <input
          id={id}
          list={`${id}-plans`}
          value={words}
          onFocus={() => search(words.trim())}
          onChange={({ target }) => {
            setWords(target.value);
            search(target.value.trim() || null);
          }}
          placeholder={t("choosePlan")}
          lang="zh-CN"
          autoComplete="off"
          className={inputStyle}
        />
        <datalist id={`${id}-plans`}>
          {offered.map(({ slug, title }) => (
            <option key={slug} value={title} />
          ))}
        </datalist>
      </label>
      <Button
        tone="plain"
        disabled={!plan}
        onClick={() => {
          if (plan) add(plan);
          setWords("");
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
