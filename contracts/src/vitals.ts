import { z } from "zod";

/** One Core Web Vital as the browser measured it; milliseconds, except CLS, which has no unit. */
export const Vital = z.strictObject({
  name: z.enum(["LCP", "INP", "CLS", "FID", "TTFB", "FCP"]),
  value: z.number().min(0).max(600_000),
  id: z.string().max(64),
  page: z.string().max(128),
});
export const VitalsReport = z.strictObject({ vitals: z.array(Vital).min(1).max(20) });
