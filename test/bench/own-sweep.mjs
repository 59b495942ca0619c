// One sweep of the built application in a process of its own; prints what it took.
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';

const require = createRequire(import.meta.url);
const { AppModule } = require('../../dist/src/app.module.js');
const { Reminders } = require('../../dist/src/reminders/reminders.service.js');

const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
const before = process.memoryUsage.rss();
const begun = performance.now();
const { reminders } = await app.get(Reminders).sweep();
const ms = performance.now() - begun;
const memory = Math.round((process.memoryUsage.rss() - before) / 1024 / 1024);
await app.close();
console.log(JSON.stringify({ reminders, ms, memory }));
