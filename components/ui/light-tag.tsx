import { useTranslations } from "next-intl";
import type { Light } from "@/lib/domain/tasks/lights";
import type { RollupReason } from "@/lib/domain/tasks/rollup";

/** The shape alone, drawn by the style sheet: a hundred drawings would weigh more than what they show. */
export function LightShape({ light }: { light: Light }) {
  return <span data-light={light} className="light-mark" />;
}

type TaskHealth = { light: Light; reason: RollupReason; behind: number };

/** The light as word, shape and colour, and the reason where the word alone does not say it. */
export function LightTag({ health }: { health: TaskHealth }) {
  const t = useTranslations();
  const { light, reason, behind } = health;
  const says = t(`reasons.${reason}`, { behind });
  const plain = (light === "green" && reason !== "completion_in_review") || light === "blue";
  return (
    <span data-light={light} className="light-tag">
      <span>
        <strong>{t(`lights.${light}`)}</strong>
        {!plain && ` · ${says}`}
      </span>
    </span>
  );
}
