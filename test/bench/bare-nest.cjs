// What Nest and Fastify need to start by themselves, in the module system of the application: one module, one route.
/* global process, require */
/* eslint-disable @typescript-eslint/no-require-imports */
require('reflect-metadata');
const { Controller, Get, Module } = require('@nestjs/common');
const { NestFactory } = require('@nestjs/core');
const { FastifyAdapter } = require('@nestjs/platform-fastify');

class HealthController {
  read() {
    return { status: 'ok' };
  }
}
const route = Object.getOwnPropertyDescriptor(HealthController.prototype, 'read');
Get('health')(HealthController.prototype, 'read', route);
Controller()(HealthController);

class BareModule {}
Module({ controllers: [HealthController] })(BareModule);

NestFactory.create(BareModule, new FastifyAdapter()).then((app) =>
  app.listen(Number(process.env.PORT), '127.0.0.1'),
);
