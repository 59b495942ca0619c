import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A route as the server has it, whether the document tells of it or not. */
export interface Route {
  method: string;
  /** With its parameters after a colon: `/api/proposals/:id/file`. */
  path: string;
}

const watched = new WeakMap<NestFastifyApplication, Route[]>();

/** Writes down every route from now on: to be called before the application initialises. */
export function watchRoutes(app: NestFastifyApplication): void {
  const routes: Route[] = [];
  watched.set(app, routes);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, path: url });
  });
}

/** Every route the server answers. */
export function routesOf({ app }: { app: NestFastifyApplication }): Route[] {
  return watched.get(app) ?? [];
}
