import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type {} from '@fastify/multipart'; // declares isMultipart
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { isPlainObject } from './checks';
import { FIELDS_TYPE, TAKES_FIELDS, TAKES_FORM, TAKES_PAGE_FORM } from './form';
import { PUBLIC_ROUTE } from './public';
import { DtoPipe } from './validation.pipe';

/** What a route takes that reads neither body nor query. */
class Nothing {}

/**
 * Refuses fields sent to a route that looks at none, as the validation does where it looks at some: whoever sends them
 * means something by them. Public pages are left alone, because those who pass a link on add to its query. A guard and
 * no interceptor: Nest would wrap every request in an observable for it.
 */
@Injectable()
export class StrayInput implements CanActivate {
  private readonly pipe = new DtoPipe();

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    this.refuseForms(request, handler);
    dropNote(request);
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [handler, controller])) return true;
    const { body, query } = request;
    const looksAt = (part: RouteParamtypes) => partsReadBy(controller, handler.name).includes(part);
    if (!isEmpty(body) && !looksAt(RouteParamtypes.BODY)) this.refuse(body);
    if (!isEmpty(query) && !looksAt(RouteParamtypes.QUERY)) this.refuse(query);
    return true;
  }

  private refuseForms(request: FastifyRequest, handler: Parameters<Reflector['get']>[1]): void {
    const takes = (key: string) => this.reflector.get<boolean | undefined>(key, handler) === true;
    const hasFields = request.headers['content-type']?.split(';')[0].trim().toLowerCase() === FIELDS_TYPE;
    if (takes(TAKES_PAGE_FORM)) {
      if (request.headers['content-type'] === undefined || hasFields || request.isMultipart()) return;
      throw new UnsupportedMediaTypeException();
    }
    // Left unread it would count as an empty body, and the action would be done without what it says.
    if (request.isMultipart() && !takes(TAKES_FORM)) throw new UnsupportedMediaTypeException();
    if (hasFields !== takes(TAKES_FIELDS)) throw new UnsupportedMediaTypeException();
  }

  private refuse(sent: unknown): void {
    this.pipe.transform(sent, { type: 'body', metatype: Nothing });
  }
}

/** What a page says of the deed before it (`done`) belongs to no route: the page reads it from its own address. */
function dropNote({ url, query }: FastifyRequest): void {
  if (!url.startsWith('/api/') && isPlainObject(query)) delete (query as { done?: unknown }).done;
}

const isEmpty = (sent: unknown) =>
  sent === undefined || sent === null || (isPlainObject(sent) && Object.keys(sent).length === 0);

/** Nest keeps the parameters of a handler under keys of kind and position, such as `3:1`; those of our own have names. */
function partsReadBy(controller: object, handler: string): RouteParamtypes[] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as object;
  return Object.keys(parameters).map((key) => Number(key.split(':')[0]));
}
