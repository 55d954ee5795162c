import type { Config } from "./config-schema.ts";
import { importKey } from "./credentials.ts";

type Merged = Omit<Config, "hash">;

/** What is wrong between the parts of a configuration whose parts are each well formed; empty when nothing is. */
export function checkConfig(config: Merged): string[] {
  return [
    ...repeatedNames("services", config.services),
    ...repeatedNames("routes", config.routes),
    ...repeated(
      "consumers: username",
      config.consumers.map((consumer) => consumer.username),
    ),
    ...repeated(
      "jwt_secrets: key",
      config.jwt_secrets.map((credential) => credential.key),
    ),
    ...routeProblems(config),
    ...pluginProblems(config),
    ...credentialProblems(config),
  ];
}

function routeProblems({ routes, services }: Merged): string[] {
  const known = services.map((service) => service.name);
  return routes.flatMap((route) => {
    const problems = known.includes(route.service)
      ? []
      : [`routes: \`${route.name}\` names the service \`${route.service}\`; there are: ${known.join(", ")}`];
    const open = route.paths.filter((path) => path.startsWith("/") && !path.endsWith("/"));
    return [
      ...problems,
      // Kong takes `/api` for `/apifoo` too: such a path gives away more than it says.
      ...open.map((path) => `routes: \`${route.name}\`: the prefix \`${path}\` must end with \`/\``),
    ];
  });
}

function pluginProblems({ plugins, routes, services }: Merged): string[] {
  const scopes: string[] = [];
  const problems: string[] = [];
  for (const { name, route, service } of plugins) {
    if (route !== undefined && service !== undefined) {
      problems.push(`plugins: \`${name}\` is on a route and on a service; choose one`);
    }
    if (route !== undefined && !routes.some((known) => known.name === route)) {
      problems.push(`plugins: \`${name}\` names the route \`${route}\`, which does not exist`);
    }
    if (service !== undefined && !services.some((known) => known.name === service)) {
      problems.push(`plugins: \`${name}\` names the service \`${service}\`, which does not exist`);
    }
    scopes.push(`\`${name}\` on ${route ?? service ?? "everything"}`);
  }
  return [...problems, ...repeated("plugins:", scopes)];
}

function credentialProblems({ jwt_secrets, consumers }: Merged): string[] {
  return jwt_secrets.flatMap((credential) => {
    const imported = importKey(credential);
    const problems = imported.type === "refused" ? [imported.problem] : [];
    if (!consumers.some((consumer) => consumer.username === credential.consumer)) {
      problems.push(`names the consumer \`${credential.consumer}\`, which does not exist`);
    }
    return problems.map((problem) => `jwt_secrets: \`${credential.key}\`: ${problem}`);
  });
}

function repeatedNames(kind: string, entries: readonly { readonly name: string }[]): string[] {
  return repeated(
    `${kind}: name`,
    entries.map((entry) => entry.name),
  );
}

function repeated(label: string, values: readonly string[]): string[] {
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return [...new Set(twice)].map((value) => `${label} ${value} stands more than once`);
}
