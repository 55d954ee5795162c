import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";

const repository = fileURLToPath(new URL("..", import.meta.url));

const config: NextConfig = {
  reactCompiler: true,
  reactStrictMode: true,
  poweredByHeader: false,
  // Pages are compressed by our own server, static files before they are served.
  compress: false,
  // The rooms beside this one are TypeScript sources.
  transpilePackages: ["@mastery/contracts", "@mastery/access"],
  serverExternalPackages: ["undici", "pino"],
  // `npm run check` runs the type checker over this room once; a build need not pay for it again, nor fail half-way.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: repository },
  agentRules: false,
  devIndicators: false,
};

// Next reads its configuration from a default export.
export default config;
