import type { Light } from "@/lib/domain/tasks/lights";
import { type Overview, overviewOf } from "./overview";

/** How tasks stand by their lights, one by one. */
export function summarise(shown: readonly Light[]): Overview {
  return overviewOf(shown.map((light) => ({ light, count: 1 })));
}
