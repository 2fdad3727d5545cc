/** Signs in by next-auth's own endpoints, as the sign-in page does, and returns the cookies of the session. */
export async function signIn(origin, username, password) {
  const jar = new Map();
  const csrf = await call(jar, `${origin}/api/auth/csrf`);
  const { csrfToken } = await csrf.json();
  const body = new URLSearchParams({ username, password, csrfToken, json: "true" });
  await call(jar, `${origin}/api/auth/callback/credentials`, { method: "POST", body });
  const cookie = header(jar);
  if (!cookie.includes("session-token")) throw new Error(`${username} could not sign in`);
  return cookie;
}

async function call(jar, url, init = {}) {
  const response = await fetch(url, {
    ...init,
    headers: { cookie: header(jar) },
    redirect: "manual",
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair] = line.split(";");
    const cut = pair.indexOf("=");
    jar.set(pair.slice(0, cut), pair.slice(cut + 1));
  }
  return response;
}

function header(jar) {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}
