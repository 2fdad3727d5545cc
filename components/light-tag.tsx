import { useTranslations } from "next-intl";
import { lightShapes } from "@/lib/domain/light-drawing";
import type { Light } from "@/lib/domain/lights";
import type { RollupReason } from "@/lib/domain/rollup";

export function LightShape({ light, size = 16 }: { light: Light; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      data-light={light}
      className="inline-block shrink-0"
      width={size}
      height={size}
      viewBox="0 0 16 16"
    >
      <path className="light-shape" strokeWidth="1.2" d={lightShapes[light]} />
    </svg>
  );
}

type Standing = { light: Light; reason: RollupReason; behind: number };

/** The light as word, shape and colour, and the reason where the word alone does not say it. */
export function LightTag({ standing }: { standing: Standing }) {
  const t = useTranslations();
  const { light, reason, behind } = standing;
  const says = t(`reasons.${reason}`, { behind });
  const plain = light === "green" || light === "blue";
  return (
    <span data-light={light} className="light-tag">
      <svg aria-hidden="true" viewBox="0 0 16 16">
        <path d={lightShapes[light]} />
      </svg>
      <span>
        <strong>{t(`lights.${light}`)}</strong>
        {!plain && ` · ${says}`}
      </span>
    </span>
  );
}
