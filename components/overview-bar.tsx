import type { Light } from "@/lib/domain/lights";
import type { Overview } from "@/lib/domain/overview";

const width = 600;

/** The counts as one bar, each part as wide as its share; the words beside it say the same. */
export function OverviewBar({ overview }: { overview: Overview }) {
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
      className="mt-3 h-3.5 w-full max-w-3xl"
    >
      {shares.map(([light, count]) => {
        const share = total === 0 ? 0 : (width * count) / total;
        const x = from;
        from += share;
        if (count === 0) return null;
        return (
          <g key={light} data-light={light}>
            <rect x={x} y="0" width={Math.max(0, share - 2)} height="14" className="light-shape" />
          </g>
        );
      })}
    </svg>
  );
}
