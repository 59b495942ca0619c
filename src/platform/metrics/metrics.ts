import { Injectable } from '@nestjs/common';
import type * as prometheus from 'prom-client';

/** One number of a gauge, and what tells it apart from the others of the same name. */
export interface Measured {
  readonly value: number;
  readonly labels?: Readonly<Record<string, string | number>>;
}

/** Something that is measured when somebody looks. */
export interface Gauge {
  /** As Prometheus wants it: `tiban_outbox_waiting`, the unit at the end. */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** Cheap: asked for at every look, a few times a minute. */
  measure(): Promise<readonly Measured[]>;
}

// From an answer out of memory to one that makes people wonder.
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an operator's own monitoring may read. Each part of the application adds what it knows. */
@Injectable()
export class Metrics {
  private readonly gauges: Gauge[] = [];
  private loaded?: ReturnType<Metrics['load']>;

  add(...gauges: Gauge[]): void {
    this.gauges.push(...gauges);
  }

  /** Counts an answered request; `route` as it is declared, so that no id and no name gets in. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.parts.requests.observe({ method, route, status }, seconds);
  }

  /** Everything in Prometheus' text format. What cannot be measured now is left out, and counted. */
  async text(): Promise<string> {
    const { client, registry, failed } = this.parts;
    const look = new client.Registry();
    await Promise.all(
      this.gauges.map(async ({ name, help, labels = [], measure }) => {
        try {
          const measured = await measure();
          const gauge = new client.Gauge({ name, help, labelNames: labels, registers: [look] });
          for (const each of measured) gauge.set({ ...each.labels }, each.value);
        } catch {
          failed.inc();
        }
      }),
    );
    return `${await look.metrics()}\n${await registry.metrics()}`;
  }

  get contentType(): string {
    return this.parts.registry.contentType;
  }

  private get parts() {
    return (this.loaded ??= this.load());
  }

  // With the first request and not at boot: nobody waits for it then.
  private load() {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const client = require('prom-client') as typeof prometheus;
    const registry = new client.Registry();
    client.collectDefaultMetrics({ register: registry });
    const requests = new client.Histogram({
      name: 'tiban_request_duration_seconds',
      help: 'Answered requests by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [registry],
    });
    const failed = new client.Counter({
      name: 'tiban_measurements_failed_total',
      help: 'Measurements that failed when somebody looked',
      registers: [registry],
    });
    return { client, registry, requests, failed };
  }
}
