import type { Core } from "./roles/core.ts";

/** Seeds the demo class into an empty embedded database, and says how to sign in. */
export async function seedDemoClass(_core: Core): Promise<readonly (readonly [name: string, value: string])[]> {
  return [];
}
