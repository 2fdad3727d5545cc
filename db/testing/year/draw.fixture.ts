/** A number below another, drawn by a seed: the same run draws the same. */
export type Draw = (below: number) => number;

/** mulberry32: enough for drawing what people do, and the same on every machine. */
export function drawBy(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
