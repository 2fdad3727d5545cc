/** Asks one server on a connection of its own: a command, or several without values. Returns the rows. */
export async function query(url, text, values = []) {
  // Loaded late: it is there only after npm ci.
  const { default: postgres } = await import("postgres");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await sql.unsafe(text, values);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
