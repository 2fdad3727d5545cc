/** Makes a gate that lets so many through at once; the others wait in order. For work that holds much memory. */
export function turns(limit: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < limit) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** A gate for each key: whoever is slow holds up nobody but themselves. */
export function turnsOfEach<Key>(limit: number) {
  const gates = new Map<Key, ReturnType<typeof turns>>();
  return function inTurn<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const gate = gates.get(key) ?? turns(limit);
    gates.set(key, gate);
    return gate(work);
  };
}
