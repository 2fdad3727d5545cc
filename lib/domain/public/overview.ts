import { type Light, lights } from "@/lib/domain/tasks/lights";

/** How a set of tasks stands: 总数, 已办结, 正常推进, 滞后或临期, 严重滞后或逾期, 未启动, 已挂起或终止. */
export type Overview = {
  total: number;
  done: number;
  onTrack: number;
  atRisk: number;
  behind: number;
  notStarted: number;
  paused: number;
};

/** From how many there are of each light; principles, which have none, are left out by the caller. */
export function overviewOf(counts: readonly { light: Light; count: number }[]): Overview {
  const count = (...wanted: Light[]) =>
    counts.reduce((sum, each) => (wanted.includes(each.light) ? sum + each.count : sum), 0);
  return {
    total: count(...lights),
    done: count("blue"),
    onTrack: count("green"),
    atRisk: count("yellow"),
    behind: count("red"),
    notStarted: count("grey"),
    paused: count("paused"),
  };
}
