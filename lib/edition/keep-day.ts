import { datedPath } from "./asked";

/**
 * Whoever looks at a past day stays on it: links to pages that can show any day get the day that was asked for. A link with
 * a question of its own is left alone, which is how one comes back to today.
 */
export function keepDay(url: string): (value: string) => string {
  const day = new URL(url, "https://same.site").searchParams.get("asof");
  if (!day) return (value) => value;
  return (value) => {
    const [path = "", hash] = value.split("#");
    if (!datedPath.test(path)) return value;
    const own = `${path}?asof=${encodeURIComponent(day)}`;
    return hash === undefined ? own : `${own}#${hash}`;
  };
}
