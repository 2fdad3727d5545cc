import { scaleLinear, scaleTime } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import { runsOf, type SeriesPoint } from "@/lib/domain/public/progress-series";
import { elapsedPercent } from "@/lib/domain/tasks/pace";

type ChartPoint = { day: Day; percent: number };
type Schedule = { startsOn: Day; dueOn: Day } | null;
type Props = {
  points: SeriesPoint[];
  schedule: Schedule;
  baselineDueOn: Day | null;
  asOf: Day;
};

const width = 340;
const height = 190;
const edge = { top: 12, right: 12, bottom: 26, left: 40 };
const at = (day: Day) => new Date(`${day}T00:00:00Z`);

/** The published percentage over time, beside what the calendar would have it be; the same as a table beneath. */
export function ProgressChart({ points, schedule, baselineDueOn, asOf }: Props) {
  const t = useTranslations("series");
  const day = useDay();
  const runs = runsOf(points);
  const held = points.at(-1)?.percent ?? null;
  const published = runs.flat();
  if (published.length === 0) return null;
  const marks = [schedule?.startsOn, schedule?.dueOn, baselineDueOn, asOf];
  const days = [...points.map((point) => point.day), ...marks.flatMap((each) => each ?? [])].sort();
  const [first = asOf, last = asOf] = [days[0], days.at(-1)];
  const x = scaleTime([at(first), at(last)], [edge.left, width - edge.right]);
  const y = scaleLinear([0, 100], [height - edge.bottom, edge.top]);
  const draw = line<ChartPoint>(
    (point) => x(at(point.day)),
    (point) => y(point.percent),
  );
  const until = (run: ChartPoint[]) =>
    held === null ? run : [...run, { day: asOf, percent: held }];
  const plan = schedule && [
    { day: schedule.startsOn, percent: 0 },
    { day: schedule.dueOn, percent: 100 },
  ];
  return (
    <figure className="mt-2 max-w-md">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby="chart-t chart-d">
        <title id="chart-t">{t("title")}</title>
        <desc id="chart-d">
          {t("says", { count: published.length, percent: published.at(-1)?.percent ?? 0 })}
        </desc>
        {[0, 50, 100].map((percent) => (
          <g key={percent}>
            <line
              x1={edge.left}
              x2={width - edge.right}
              y1={y(percent)}
              y2={y(percent)}
              className="stroke-line"
            />
            <text
              x={edge.left - 5}
              y={y(percent) + 4}
              textAnchor="end"
              fontSize="12"
              className="fill-muted"
            >
              {percent}%
            </text>
          </g>
        ))}
        {plan && (
          <path
            d={draw(plan) ?? ""}
            fill="none"
            className="stroke-muted"
            strokeWidth="2"
            strokeDasharray="5 4"
          />
        )}
        {baselineDueOn && <Mark x={x(at(baselineDueOn))} label={t("baseline")} dash="2 3" />}
        {schedule && <Mark x={x(at(schedule.dueOn))} label={t("due")} />}
        {runs.map((run, index) => (
          <path
            key={run[0]?.day}
            d={draw.curve(curveStepAfter)(index === runs.length - 1 ? until(run) : run) ?? ""}
            fill="none"
            className="stroke-brand"
            strokeWidth="3"
          />
        ))}
        {published.map((point) => (
          <circle
            key={point.day}
            cx={x(at(point.day))}
            cy={y(point.percent)}
            r="4"
            className="fill-brand"
          />
        ))}
        <text x={edge.left} y={height - 8} fontSize="12" className="fill-muted">
          {day(first)}
        </text>
        <text
          x={width - edge.right}
          y={height - 8}
          textAnchor="end"
          fontSize="12"
          className="fill-muted"
        >
          {day(last)}
        </text>
      </svg>
      <figcaption className="text-sm text-muted">
        {t(schedule ? "legend" : "legendOpen")}
      </figcaption>
      <ProgressTable points={points} schedule={schedule} />
    </figure>
  );
}

function Mark({ x, label, dash }: { x: number; label: string; dash?: string }) {
  const [top, bottom] = [edge.top, height - edge.bottom];
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={top}
        y2={bottom}
        className="stroke-alarm"
        strokeWidth="1.5"
        strokeDasharray={dash}
      />
      <text x={x - 4} y={bottom - 6} textAnchor="end" fontSize="12" className="fill-alarm">
        {label}
      </text>
    </g>
  );
}

/** The data of the picture, for whoever cannot see it or wants the numbers. */
function ProgressTable({ points, schedule }: { points: SeriesPoint[]; schedule: Schedule }) {
  const t = useTranslations("series");
  const day = useDay();
  return (
    <details className="mt-1">
      <summary className="min-h-6 text-sm">{t("table")}</summary>
      <table className="mt-1 text-left text-sm [&_td]:pr-6 [&_th]:pr-6">
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            <th scope="col">{t("percent")}</th>
            {schedule && <th scope="col">{t("expected")}</th>}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.day}>
              <td>{day(point.day)}</td>
              <td>
                {point.percent === null ? t("nothing") : `${point.percent}%`}
                {point.isKept && <small>{t("kept")}</small>}
              </td>
              {schedule && <td>{elapsedPercent(schedule.startsOn, schedule.dueOn, point.day)}%</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
