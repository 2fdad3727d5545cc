import type { Overview } from "@/lib/domain/public/overview";
import type { Light } from "@/lib/domain/tasks/lights";

const width = 600;

/** The counts as one bar, each part as wide as its share; the words beside it say the same. */
export function OverviewBar({ overview, isPast }: { overview: Overview; isPast?: boolean }) {
  const { total, done, onTrack, atRisk, behind, notStarted, paused } = overview;
  const shares: [Light, number][] = [
    ["blue", done],
    ["green", onTrack],
    ["yellow", atRisk],
    ["red", behind],
    ["grey", notStarted],
    ["paused", paused],
  ];
  let from = 0;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} 14`}
      preserveAspectRatio="none"
      className={`w-full max-w-3xl ${isPast ? "mt-1 h-2" : "mt-3 h-3.5"}`}
    >
      {shares.map(([light, count]) => {
        const share = total === 0 ? 0 : (width * count) / total;
        const x = from;
        from += share;
        if (count === 0) return null;
        return (
          <rect
            key={light}
            data-light={light}
            className="light-shape"
            x={Math.round(x)}
            width={Math.max(1, Math.round(from) - Math.round(x) - 2)}
            height="14"
          />
        );
      })}
    </svg>
  );
}
