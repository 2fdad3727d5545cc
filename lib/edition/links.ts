import type { Day } from "@/lib/domain/calendar/days";
import { datedPath } from "./page-request";

/**
 * Whoever looks at a past `day` stays on it: links to pages that can show any day get the day. A link with a query of
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

/** Where an edition written to a folder is to be served, and where the living site is. */
export type Place = { base: string; liveUrl: string; paths: ReadonlySet<string> };

/** What pages are dressed in; a query behind the name only marks which build it is of. */
const assets = /^(\/(?:_next\/static\/[^?]+|icon\.svg))(?:\?.*)?$/;

/** Data without an ending in its address is written to a file that has one. */
const isJson = (path: string) =>
  path.startsWith("/api/v1/") && !/\.(?:csv|json|jsonld|atom|ics)$/.test(path);

/**
 * The address that a link, form or file of ours has in an edition under `base`: what the edition holds is there, everything
 * else (a search, a form, the way to work) is on the living site. Addresses of others stay.
 */
export function staticAddress({ base, liveUrl, paths }: Place): (value: string) => string {
  return (value) => {
    if (!value.startsWith("/") || value.startsWith("//")) return value;
    const asset = assets.exec(value)?.[1];
    if (asset) return `${base}${asset}`;
    const [path = "", hash] = value.split("#");
    if (!paths.has(path)) return `${liveUrl}${value}`;
    const own = path === "/" ? `${base}/` : `${base}${path}${isJson(path) ? ".json" : ""}`;
    return hash === undefined ? own : `${own}#${hash}`;
  };
}
