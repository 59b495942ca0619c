// What Nest and Fastify need to start by themselves: one module, one route.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

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

NestFactory.create(BareModule, new FastifyAdapter(), { logger: false }).then((app) =>
  app.listen(Number(process.env.PORT), '127.0.0.1'),
);
