/** Keeps what a child prints, to be told if it does not come up; `passTo` hands everything after that to a stream. */
export function keepPrinted({ stdout, stderr }) {
  let printed = "";
  const keep = (text) => {
    printed += text;
  };
  for (const stream of [stdout, stderr]) stream.on("data", keep);
  return {
    text: () => printed,
    passTo(output) {
      for (const stream of [stdout, stderr]) {
        stream.off("data", keep);
        stream.pipe(output, { end: false });
      }
    },
  };
}
