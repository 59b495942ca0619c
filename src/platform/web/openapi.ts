import { createReadStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiDocument } from './api-document';

const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>提办接口说明</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <main id="swagger-ui"></main>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

// A file of its own because the content security policy allows no inline script.
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', validatorUrl: null, deepLinking: true });\n`;

/** Serves the API document and a page to browse it; both are built when first asked for, not at boot. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  let document: ReturnType<typeof apiDocument> | undefined;
  fastify.get('/api/openapi.json', () => (document ??= apiDocument(app)));
  fastify.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  fastify.get('/api/docs/start.js', (_request, reply) =>
    reply.type(FILES['swagger-ui-bundle.js']).send(START),
  );
  for (const [name, type] of Object.entries(FILES)) {
    fastify.get(`/api/docs/${name}`, (_request, reply) =>
      reply.type(type).send(createReadStream(assetOf(name))),
    );
  }
}

const assetOf = (name: string) => join(dirname(require.resolve('swagger-ui-dist/package.json')), name);
