import { Counter, Gauge, Histogram, collectDefaultMetrics, register } from "prom-client";

/** Metric names are `mastery_<noun>_<unit>`. */
type MetricName = `mastery_${string}`;

/** A counter of this process; asking twice for the same name gives the same counter. */
export function counter<L extends string>(
  name: MetricName,
  help: string,
  labelNames: readonly L[] = [],
): Counter<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Counter ? known : new Counter<L>({ name, help, labelNames });
}

export function gauge<L extends string>(
  name: MetricName,
  help: string,
  labelNames: readonly L[] = [],
): Gauge<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge<L>({ name, help, labelNames });
}

/** A histogram; `buckets` in the unit that the name ends with. */
export function histogram<L extends string>(
  name: MetricName,
  help: string,
  buckets: number[],
  labelNames: readonly L[] = [],
): Histogram<L> {
  const known = register.getSingleMetric(name);
  return known instanceof Histogram ? known : new Histogram<L>({ name, help, labelNames, buckets });
}

/** Everything this process measures, as Prometheus text. */
export function metricsText(): Promise<string> {
  return register.metrics();
}

export const metricsContentType = register.contentType;

/** Memory, CPU, event loop and garbage collection of this process. */
export function measureProcess(): void {
  collectDefaultMetrics();
}
