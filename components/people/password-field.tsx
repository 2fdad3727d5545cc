"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import { passwordProblem } from "@/lib/domain/people/passwords";

type Props = {
  username: string;
  typed: string;
  registered: UseFormRegisterReturn;
  error?: string;
};

/** A new password: its rules are said before it is typed, and whether it keeps them while it is. It can be looked at. */
export function PasswordField({ username, typed, registered, error }: Props) {
  const t = useTranslations();
  const [isShown, setIsShown] = useState(false);
  const problem = typed ? passwordProblem(typed, username) : null;
  const state = problem ? t(`refusals.${problem}`) : t("work.password.good");
  return (
    <div>
      <Field
        id="password"
        label={t("work.password.new")}
        hint={t("work.password.rules", { username })}
        error={error}
      >
        {(described) => (
          <input
            {...described}
            {...registered}
            type={isShown ? "text" : "password"}
            autoComplete="new-password"
            autoCapitalize="none"
            spellCheck={false}
            className={inputStyle}
          />
        )}
      </Field>
      <p aria-live="polite" className="mt-1 min-h-6 text-sm">
        {typed && !error && state}
      </p>
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={isShown}
          onChange={() => setIsShown(!isShown)}
          className="size-5 shrink-0"
        />
        {t("work.password.show")}
      </label>
    </div>
  );
}
