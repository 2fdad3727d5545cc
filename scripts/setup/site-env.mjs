import { join } from "node:path";
import { appUrl } from "../postgres/database.mjs";

/** The environment of the site: it gets the limited role's address and never the owner's. */
export function siteEnv({ config, ownerUrl, secrets }) {
  const { OWNER_DATABASE_URL, APP_ROLE_PASSWORD, ADMIN_PASSWORD, DEMO_PASSWORD, ...rest } =
    process.env;
  return {
    ...rest,
    DATABASE_URL: appUrl(ownerUrl, secrets.appRolePassword),
    NEXTAUTH_SECRET: secrets.nextAuthSecret,
    NEXTAUTH_URL: config.publicUrl,
    PUBLIC_URL: config.publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    EDITION_DIR: join(config.dataDir, "edition"),
    DEMO: config.demo,
    ...(config.demo === "on" && { DEMO_PASSWORD: secrets.demoPassword }),
  };
}
