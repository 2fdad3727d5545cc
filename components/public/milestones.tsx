import { useFormatter, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { LightShape } from "@/components/ui/light-tag";
import { type Day, daysBetween, monthOf, yearOf } from "@/lib/domain/calendar/days";
import type { Milestone } from "@/lib/domain/public/milestones";
import { anything } from "@/lib/domain/public/public-search";
import { searchPath } from "@/lib/domain/public/search-address";

type Props = {
  milestones: Milestone[];
  today: Day;
  /** Of a plan by its slug; of all of them without. */
  plan?: string;
  isPast: boolean;
};

/** What is due in the next twelve months, month by month: as a drawing, and in words with the way to the list of each. */
export function Milestones({ milestones, today, plan = "", isPast }: Props) {
  const t = useTranslations("milestones");
  const format = useFormatter();
  const some = milestones.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  const search = { ...anything, plan, order: "due", asof: isPast ? today : "" } as const;
  const month = (day: Day) => format.dateTime(noon(day), { year: "numeric", month: "long" });
  return (
    <section aria-labelledby="milestones" className="mt-8">
      <h2 id="milestones" className="mb-2 text-lg font-bold">
        {t("title")}
      </h2>
      <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <MonthBars months={milestones.filter(({ to }) => to !== "")} today={today} />
        <table className="milestone-table">
          <caption className="sr-only">{t("title")}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("month")}</th>
              <th scope="col">{t("tasks")}</th>
              <th scope="col">{t("lights")}</th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ from, to, count, lights }) => (
              <tr key={from}>
                <th scope="row">{to === "" ? t("later") : month(from)}</th>
                <td>
                  <Anchor href={searchPath({ ...search, from, to })} data-count={count}>
                    {t("count", { count })}
                  </Anchor>
                </td>
                <td>
                  <Lights lights={lights} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Lights({ lights }: Pick<Milestone, "lights">) {
  const t = useTranslations("lights");
  return (
    <span className="flex flex-wrap gap-x-3">
      {lights.map(({ light, count }) => (
        <span key={light} className="whitespace-nowrap">
          <LightShape light={light} /> {t(light)} {count}
        </span>
      ))}
    </span>
  );
}

const [top, base, height] = [36, 88, 122];
const noon = (day: Day) => new Date(`${day}T12:00:00+08:00`);
const across = (share: number) => `${(100 * share).toFixed(2)}%`;

/** A column for each month, as high as much is due in it, and a line where today is. Its width is a share of the page's: words keep their size. */
function MonthBars({ months, today }: { months: Milestone[]; today: Day }) {
  const t = useTranslations("milestones");
  const format = useFormatter();
  const most = Math.max(...months.map(({ count }) => count), 1);
  const step = 1 / months.length;
  const [first] = months;
  const passed = first?.to ? daysBetween(first.from, today) / daysBetween(first.from, first.to) : 0;
  const now = across(step * passed);
  return (
    <svg role="img" aria-label={t("says")} width="100%" height={height}>
      <line x1="0" x2="100%" y1={base} y2={base} className="stroke-line" />
      <line x1={now} x2={now} y1="16" y2={base} className="stroke-alarm" strokeDasharray="4 3" />
      <text x={now} y="12" fontSize="12" className="fill-alarm">
        {t("today")}
      </text>
      {months.map(({ from, count, lights }, i) => {
        let y = base;
        const middle = across(step * (i + 0.5));
        const isNewYear = i === 0 || monthOf(from) === 1;
        return (
          <g key={from} textAnchor="middle" fontSize="12">
            {lights.toReversed().map((each) => {
              const share = Math.max(4, ((base - top) * each.count) / most);
              y -= share;
              return (
                <rect
                  key={each.light}
                  data-light={each.light}
                  className="light-shape"
                  x={across(step * (i + 0.2))}
                  width={across(step * 0.6)}
                  y={y.toFixed(1)}
                  height={share.toFixed(1)}
                />
              );
            })}
            {count > 0 && (
              <text
                x={middle}
                y={y - 5}
                strokeWidth="4"
                className="fill-ink stroke-wash [paint-order:stroke]"
              >
                {count}
              </text>
            )}
            <text x={middle} y={base + 16} className="fill-muted">
              {format.dateTime(noon(from), { month: "short" })}
            </text>
            {isNewYear && (
              <text x={middle} y={base + 32} className="fill-muted">
                {yearOf(from)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
