/** By major version, the first minor in which a hole is mended that reaches beyond the role that uses it. */
const mended = { 18: 6 };

/** {version, mended} in words, of a server (as it counts, such as 180004) that still has such a hole; null without. */
export function holeIn(serverVersion) {
  const [major, minor] = [Math.floor(serverVersion / 10_000), serverVersion % 10_000];
  if (!(minor < mended[major])) return null;
  return { version: `${major}.${minor}`, mended: `${major}.${mended[major]}` };
}
