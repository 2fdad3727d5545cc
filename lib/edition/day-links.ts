import type { Day } from "@/lib/domain/calendar/days";
import { datedPath } from "./page-request";

/**
 * Whoever looks at a past `day` stays on it: links to pages that can show any day get the day. A link with a question of
 * its own is left alone, which is how one comes back to today. Null is today.
 */
export function withDay(day: Day | null): (value: string) => string {
  if (day === null) return (value) => value;
  return (value) => {
    const [path = "", hash] = value.split("#");
    if (!datedPath.test(path)) return value;
    const own = `${path}?asof=${day}`;
    return hash === undefined ? own : `${own}#${hash}`;
  };
}
