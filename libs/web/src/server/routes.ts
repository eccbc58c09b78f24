import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from './access.guard.ts';

export interface DeclaredRoute {
  readonly controller: string;
  readonly handler: string;
  readonly path: string;
  /** Undefined: nobody said who may come here. */
  readonly access: Access | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD', 'SEARCH'];
const meta = <T>(key: string, target: object) => Reflect.getMetadata(key, target) as T | undefined;

/** Routes may be inherited, so all of the chain is looked at, as Nest does. */
function namesOf(prototype: object): string[] {
  const above = Object.getPrototypeOf(prototype) as object | null;
  const inherited = above === null || above === Object.prototype ? [] : namesOf(above);
  return [...new Set([...Object.getOwnPropertyNames(prototype), ...inherited])];
}

function routesOf(controller: new (...args: never[]) => unknown): DeclaredRoute[] {
  const base = [meta<string | string[]>(PATH_METADATA, controller) ?? ''].flat();
  return namesOf(controller.prototype as object).flatMap((name) => {
    const handler = (controller.prototype as Record<string, unknown>)[name];
    if (typeof handler !== 'function' || name === 'constructor') return [];
    const path = meta<string | string[]>(PATH_METADATA, handler);
    if (path === undefined) return [];
    const method = METHODS[meta<number>(METHOD_METADATA, handler) ?? 0] ?? '?';
    const access = meta<Access>(ACCESS, handler) ?? meta<Access>(ACCESS, controller);
    return base.flatMap((prefix) =>
      [path].flat().map((own) => ({
        controller: controller.name,
        handler: name,
        path: `${method} /${[prefix, own].join('/').split('/').filter(Boolean).join('/')}`,
        access,
      })),
    );
  });
}

/** Every route with who may come there: for the boot check and the route × role test. */
export function declaredRoutes(app: INestApplicationContext): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map((wrapper) => wrapper.metatype),
  );
  return [...new Set(controllers)].flatMap((controller) =>
    controller ? routesOf(controller as new (...args: never[]) => unknown) : [],
  );
}

/** Throws at boot when a route says neither @Open() nor @Needs(): nothing is open by omission. */
export function assertEveryRouteDeclares(app: INestApplicationContext): void {
  const silent = declaredRoutes(app).filter((route) => route.access === undefined);
  if (silent.length === 0) return;
  const names = silent.map((r) => `${r.path} (${r.controller}.${r.handler})`).join(', ');
  throw new Error(`routes without @Open() or @Needs(): ${names}`);
}
