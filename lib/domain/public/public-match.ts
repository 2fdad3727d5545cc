type Unit = { code: string; parentCode: string | null };
type Concerned = { leadCode: string | null; cooperating: readonly { code: string }[] };

/** A unit and every unit below it, by code: a city with its districts and what is theirs. */
export function unitsUnder(code: string, units: readonly Unit[]): Set<string> {
  const under = new Set([code]);
  for (let before = 0; before < under.size; ) {
    before = under.size;
    for (const unit of units)
      if (unit.parentCode && under.has(unit.parentCode)) under.add(unit.code);
  }
  return under;
}

/** Whether a unit with such a code leads the task or takes part in it. */
export function concerns(
  { leadCode, cooperating }: Concerned,
  isMeant: (code: string) => boolean,
): boolean {
  return (leadCode !== null && isMeant(leadCode)) || cooperating.some(({ code }) => isMeant(code));
}
