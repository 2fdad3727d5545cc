/** Random choices that a seed repeats (mulberry32). */
export type Random = {
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Whether so many of a hundred times it is so. */
  chance: (percent: number) => boolean;
};

export function openRandom(...seeds: (number | string)[]): Random {
  let state = [...seeds.join("/")].reduce(
    (hash, sign) => Math.imul(hash ^ sign.charCodeAt(0), 0x01000193),
    0x811c9dc5,
  );
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error("Nothing to pick from");
      return list[below(list.length)] as T;
    },
    chance: (percent) => below(100) < percent,
  };
}
