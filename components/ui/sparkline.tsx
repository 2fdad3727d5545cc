import { scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { Day } from "@/lib/domain/calendar/days";

export type SparkPoint = { day: Day; percent: number | null };

const [width, height] = [72, 16];
const at = (day: Day) => new Date(`${day}T00:00:00Z`);

/** How a percentage has come along, as a small line; the words beside it say it. Nothing where it never changed. */
export function Sparkline({ points, until }: { points: readonly SparkPoint[]; until: Day }) {
  const known = points.flatMap(({ day, percent }) => (percent === null ? [] : [{ day, percent }]));
  const [first, last] = [points[0], known.at(-1)];
  if (!first || !last || known.length < 2) return null;
  const x = scaleTime([at(first.day), at(until)], [1, width - 1]).clamp(true);
  const y = scaleLinear([0, 100], [height - 1, 1]);
  const draw = line<{ day: Day; percent: number }>(
    (point) => Math.round(x(at(point.day))),
    (point) => Math.round(y(point.percent)),
  ).curve(curveStepAfter);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} className="h-4 w-18">
      <path
        d={draw([...known, { day: until, percent: last.percent }]) ?? ""}
        fill="none"
        className="stroke-brand"
        strokeWidth="1.5"
      />
    </svg>
  );
}
