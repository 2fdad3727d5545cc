"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { CommentInput } from "@/lib/domain/comments";
import type { Role } from "@/lib/domain/people/roles";

export type Mentionable = {
  id: string;
  name: string;
  username: string;
  role: Role;
  unit: string;
};
type Values = Omit<CommentInput, "key">;
type Props = { sheet: UseFormReturn<Values>; people: Mentionable[]; error?: string };

/** Whom to mention (提醒谁看), told apart by unit and user name: two people may have one name. */
export function CommentMentions({ sheet, people, error }: Props) {
  const t = useTranslations();
  const [wanted, setWanted] = useState("");
  const chosenIds = useWatch({ control: sheet.control, name: "mentionedIds" });
  const chosen = people.filter(({ id }) => chosenIds.includes(id));
  const matches = ({ name, unit, username }: Mentionable) =>
    `${name} ${unit} ${username}`.toLowerCase().includes(wanted.trim().toLowerCase());
  return (
    <fieldset id="mentionedIds" tabIndex={-1}>
      <legend className="font-semibold">{t("work.comments.mention")}</legend>
      {error && <p className="font-semibold text-alarm">{error}</p>}
      <p className="text-sm text-muted">
        {chosen.length > 0
          ? t("work.comments.chosen", { names: chosen.map(({ name }) => name).join("、") })
          : t("work.comments.mentionHint")}
      </p>
      <details className="border border-line bg-paper p-2">
        <summary className="min-h-8">{t("work.comments.choose", { count: people.length })}</summary>
        <Field id="person" label={t("work.comments.find")}>
          {(described) => (
            <input
              {...described}
              type="search"
              className={inputStyle}
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          )}
        </Field>
        <ul className="mt-2">
          {people.map((each) => (
            <li key={each.id} hidden={!matches(each)}>
              <label className="flex min-h-9 items-center gap-2">
                <input
                  {...sheet.register("mentionedIds")}
                  type="checkbox"
                  value={each.id}
                  className="size-5 shrink-0"
                />
                <span lang="zh-CN">
                  {t("work.account.person", { ...each, role: t(`roles.${each.role}`) })}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}
