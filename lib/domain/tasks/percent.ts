/**
 * A part of a whole in percent, rounded towards what is not yet reached: 199 of 200 are not 100, and what has begun is not 0.
 * Both are whole numbers, the whole above 0.
 */
export function percentOf(part: number, whole: number): number {
  const percent = Math.floor((part * 100) / whole);
  return percent === 0 && part > 0 ? 1 : percent;
}
