import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/internal.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { specsOf } from '../../platform/web/field-specs';
import { TAKES_FORM } from '../../platform/web/form';

type Dto = new () => object;

/** Something a person can do: one writing route of the API, with what it takes. */
export interface Deed {
  /** Such as `POST proposals/:id/recommend`. */
  readonly key: string;
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly pattern: string;
  readonly body?: Dto;
  readonly query?: Dto;
  readonly takesFile: boolean;
}

/** A deed and the rows its address names. */
export interface FoundDeed {
  readonly deed: Deed;
  readonly params: Readonly<Record<string, string>>;
}

const METHODS: Partial<Record<RequestMethod, Deed['method']>> = {
  [RequestMethod.POST]: 'POST',
  [RequestMethod.PUT]: 'PUT',
  [RequestMethod.DELETE]: 'DELETE',
};

/** All deeds, read from the controllers of the API: a new route has its page at once, and never one without the other. */
@Injectable()
export class DeedCatalogue implements OnModuleInit {
  private readonly deeds = new Map<string, Deed>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype === 'function')
        for (const deed of this.deedsOf(metatype)) this.deeds.set(deed.key, deed);
    }
  }

  all(): Deed[] {
    return [...this.deeds.values()];
  }

  /** The deed at an address below `/api/`. `taking` is what takes something away, where both share the address. */
  find(path: string, taking = false): FoundDeed | undefined {
    const parts = path.split('/');
    for (const deed of this.deeds.values()) {
      const params = (deed.method === 'DELETE') === taking ? matched(deed.pattern, parts) : undefined;
      if (params) return { deed, params };
    }
    return undefined;
  }

  private deedsOf(controller: object): Deed[] {
    const [base] = pathsOf(controller);
    if (base !== 'api' && !base?.startsWith('api/')) return [];
    const { prototype } = controller as { prototype: Record<string, object> };
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = METHODS[Reflect.getMetadata(METHOD_METADATA, prototype[name]) as RequestMethod];
      if (!method) return [];
      return pathsOf(prototype[name]).map((path) => {
        const pattern = `${base}/${path}`
          .replace(/\/+/g, '/')
          .replace(/^api\/?/, '')
          .replace(/\/$/, '');
        return { ...partsOf(controller, prototype, name), key: `${method} ${pattern}`, method, pattern };
      });
    });
  }
}

const pathsOf = (target: object): string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined]
    .flat()
    .flatMap((path) => (path === undefined ? [] : [path.replace(/^\//, '')]));

function partsOf(controller: object, prototype: Record<string, object>, name: string) {
  const args = Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as object);
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Dto[];
  const of = (part: RouteParamtypes): Dto | undefined => {
    const key = args.find((each) => Number(each.split(':')[0]) === Number(part) && !each.includes('custom'));
    const type = key === undefined ? undefined : types[Number(key.split(':')[1])];
    return type && specsOf(type).length > 0 ? type : undefined;
  };
  const takesFile = Reflect.getMetadata(TAKES_FORM, prototype[name]) === true;
  return { body: of(RouteParamtypes.BODY), query: of(RouteParamtypes.QUERY), takesFile };
}

function matched(pattern: string, parts: string[]): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) {
      if (!(part === ':code' ? /^\w[\w-]{0,60}$/ : /^[1-9]\d{0,9}$/).test(parts[at])) return undefined;
      params[part.slice(1)] = parts[at];
    } else if (part !== parts[at]) return undefined;
  }
  return params;
}
