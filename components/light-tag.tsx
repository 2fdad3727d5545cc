import { useTranslations } from "next-intl";
import type { Light } from "@/lib/domain/lights";
import type { RollupReason } from "@/lib/domain/rollup";

const shapes: Record<Light, string> = {
  grey: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M5 8h6",
  green: "M3 3l11 5l-11 5z",
  blue: "M2 8l4 5l8 -10l-8 6z",
  yellow: "M8 2l6.5 12h-13z",
  red: "M5 2h6l3 3v6l-3 3h-6l-3 -3v-6z",
  paused: "M3 3h3v10h-3zM10 3h3v10h-3z",
};

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
      <path className="light-shape" strokeWidth="1.2" d={shapes[light]} />
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
    <span
      data-light={light}
      className="light-tag inline-flex items-center gap-1.5 rounded px-2 py-0.5 text-[0.92em]"
    >
      <LightShape light={light} />
      <span>
        <strong className="font-semibold">{t(`lights.${light}`)}</strong>
        {!plain && ` · ${says}`}
      </span>
    </span>
  );
}
