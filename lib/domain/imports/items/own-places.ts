import type { Place } from "@/lib/domain/documents/quotes";
import type { Item } from "@/lib/domain/imports/candidates";

/** What an item says itself: its quotes without the owners and times of the whole, which stand at the end of its last part. */
export function ownPlaces(items: readonly Item[], { quotes, parent }: Item): Place[] {
  const ofWhole = parent === null ? [] : (items[parent]?.quotes.slice(1) ?? []);
  return quotes.map(({ start, end }) => ({
    start,
    end: ofWhole.find((place) => start < place.start && place.end <= end)?.start ?? end,
  }));
}
