const live = process.stdout.isTTY;

/** Runs one step of a command and prints its name and how long it took. */
export async function step(name, work) {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} 秒`;
  const draw = (mark, note) => process.stdout.write(`\r${mark} ${name} … ${note}\x1b[K`);

  if (!live) process.stdout.write(`· ${name} … `);
  const timer = live && setInterval(() => draw("·", seconds()), 200);
  try {
    const result = await work();
    const note = typeof result === "string" ? `${seconds()}（${result}）` : seconds();
    if (live) draw("✓", note);
    else process.stdout.write(note);
    return result;
  } finally {
    clearInterval(timer);
    process.stdout.write("\n");
  }
}
