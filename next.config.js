import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n.ts");

// Chinese pages live at the root. The rewrite is here and not in proxy.ts, because one made there is an absolute
// address, which `next start -H 127.0.0.1` takes for another server's and calls without end.
const notChinese =
  "en(?:/|$)|zh-CN(?:/|$)|api/|_next/|icon\\.svg$|sitemap[\\w.-]*\\.xml$|robots\\.txt$|favicon\\.ico$";

/** Feeds, calendars, pictures and prints stand beside the pages they are of. */
const files = "feed\\.atom|calendar\\.ics|share\\.png|onepage\\.pdf";

/** @type {import("next").NextConfig} */
const config = {
  images: { unoptimized: true },
  poweredByHeader: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "pdfmake",
    "pino",
    "postgres",
    "rate-limiter-flexible",
  ],
  async rewrites() {
    return {
      beforeFiles: [
        // At the root: a map of a site names nothing beside the folder that it stands in.
        { source: "/sitemap.xml", destination: "/api/v1/sitemap.xml" },
        { source: "/sitemap-:name([\\w.-]+)\\.xml", destination: "/api/v1/sitemaps/:name" },
        { source: `/en/:path*/:file(${files})`, destination: "/api/v1/:path*/:file" },
        { source: `/:file(${files})`, destination: "/api/v1/:file" },
        // Each rule meets what the one before it has made: what stands under api/ by now is there.
        { source: `/:path((?!en/|api/).*)/:file(${files})`, destination: "/api/v1/:path/:file" },
        { source: "/", destination: "/zh-CN" },
        { source: `/:path((?!${notChinese}).*)`, destination: "/zh-CN/:path" },
      ],
    };
  },
  async redirects() {
    return [
      { source: "/zh-CN", destination: "/", permanent: true },
      { source: "/zh-CN/:path*", destination: "/:path*", permanent: true },
    ];
  },
  async headers() {
    return [
      // Only cards may stand in others' pages.
      {
        source: "/:path((?!(?:en/)?(?:plans|tasks)/[^/]+/card$).*)",
        headers: [{ key: "X-Frame-Options", value: "DENY" }],
      },
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "same-origin" },
          { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
        ],
      },
    ];
  },
};

export default withNextIntl(config);
