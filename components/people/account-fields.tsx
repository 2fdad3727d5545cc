"use client";
import { useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field, inputStyle } from "@/components/ui/field";
import { roles } from "@/lib/domain/people/roles";

type FieldProps = { input: UseFormRegisterReturn; error?: string };

const hinted = ["username", "email", "phone"] as const;
const types: Record<string, string> = { email: "email", phone: "tel" };

/** One line of what is kept of a person, by its name in the catalog. */
export function TextField({
  name,
  input,
  error,
}: FieldProps & { name: "name" | "username" | "post" | "email" | "phone" }) {
  const t = useTranslations("work.people");
  const hint = hinted.find((each) => each === name);
  return (
    <Field id={name} label={t(`fields.${name}`)} hint={hint && t(`hints.${hint}`)} error={error}>
      {(described) => (
        <input
          {...described}
          {...input}
          type={types[name] ?? "text"}
          autoComplete="off"
          className={inputStyle}
        />
      )}
    </Field>
  );
}

/** The role that is wished for: the security administrator grants it. */
export function RoleField({ input, error }: FieldProps) {
  const t = useTranslations();
  return (
    <Field
      id="role"
      label={t("work.people.fields.role")}
      hint={t("work.people.hints.role")}
      error={error}
    >
      {(described) => (
        <select {...described} {...input} className={inputStyle}>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
