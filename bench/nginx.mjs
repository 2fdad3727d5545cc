import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findFreePort } from "../scripts/processes/ports.mjs";
import { launch } from "../scripts/processes/processes.mjs";
import { untilAnswers } from "./bare-node.mjs";

/** One nginx that serves the edition by deploy/nginx.conf, and a plain file with nothing said about it. */
export async function startNginx(folder, edition, plain, app) {
  const [editionPort, plainPort] = [await findFreePort(), await findFreePort()];
  const place = join(folder, "nginx");
  mkdirSync(place);
  const conf = readFileSync(new URL("../deploy/nginx.conf", import.meta.url), "utf8")
    .replace("127.0.0.1:3000", new URL(app).host)
    // Plain HTTP: it is the serving that is measured, not the ciphers.
    .replace(/^server \{\n {2}listen 80;[^}]*\}/m, "")
    .replace(/^ *(?:ssl_|listen \[).*$/gm, "")
    .replace("listen 443 ssl http2", `listen 127.0.0.1:${editionPort}`)
    .replace("/srv/taizhang/.data/edition", edition);
  const own = `
user root;
worker_processes 1;
pid ${place}/nginx.pid;
error_log ${place}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path ${place}/body; proxy_temp_path ${place}/proxy; fastcgi_temp_path ${place}/f;
  uwsgi_temp_path ${place}/u; scgi_temp_path ${place}/s;
  types { text/html html; }
  server { listen 127.0.0.1:${plainPort}; root ${plain}; }
${conf}
}`;
  writeFileSync(join(place, "nginx.conf"), own);
  launch("nginx", ["-c", join(place, "nginx.conf"), "-g", "daemon off;"], {
    stopSignal: "SIGQUIT",
  });
  const urls = {
    edition: `http://127.0.0.1:${editionPort}`,
    plain: `http://127.0.0.1:${plainPort}`,
  };
  await untilAnswers(`${urls.plain}/page.html`);
  await untilAnswers(`${urls.edition}/`);
  return urls;
}
