import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type * as Swagger from '@nestjs/swagger';
import { documentWith } from './documentation';

const VERSION = '1.0.0';

// Written by the build (describe-api.mjs): the types and comments of DTOs and routes. Sources run without it.
const DESCRIPTION = join(__dirname, '..', '..', 'api-description.js');

/** The OpenAPI document of all routes and DTOs. */
export async function apiDocument(app: NestFastifyApplication): Promise<Swagger.OpenAPIObject> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded now, not at every start
  const swagger = require('@nestjs/swagger') as typeof Swagger;
  documentWith(swagger);
  await describeWith(swagger);
  const config = new swagger.DocumentBuilder()
    .setTitle('提办接口')
    .setDescription('政协提案办理：从撰写到归档。错误以 application/problem+json 返回。')
    .setVersion(VERSION)
    .addBearerAuth()
    .addCookieAuth('tiban')
    .build();
  return swagger.SwaggerModule.createDocument(app, config);
}

async function describeWith(swagger: typeof Swagger): Promise<void> {
  if (!existsSync(DESCRIPTION)) return;
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { default: description } = require(DESCRIPTION) as { default: () => Promise<Record<string, never>> };
  await swagger.SwaggerModule.loadPluginMetadata(description);
}
