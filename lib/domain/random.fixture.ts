/** The random tests' start and length: SEED and RUNS from the environment, and said aloud so that a failure can be repeated. */
export function randomRuns(numRuns: number): { seed: number; numRuns: number } {
  const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));
  const parameters = { seed, numRuns: Number(process.env.RUNS ?? numRuns) };
  console.log(`SEED=${parameters.seed} RUNS=${parameters.numRuns}`);
  return parameters;
}
