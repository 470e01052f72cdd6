import { type INestApplicationContext, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type RouteAccess } from './access.decorators';

// What Nest's @Get, @Post and the others leave on a handler; the name is not part of its public door.
const ROUTE_PATH = 'path';

type Handler = (...args: never[]) => unknown;

/** The program does not start with a route of which nobody has said who may take it. */
@Injectable()
export class EveryRouteHasADoor implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const without = this.routesWithout();
    if (without.length > 0) {
      throw new Error(
        `Nobody said who may take ${without.join(', ')}. ` +
          `Put @Door('…') with an entry of POLICY (libs/access/domain/doors.policy.ts) on it, or @Public().`,
      );
    }
  }

  /** `Controller.method` of every route with neither @Door nor @Public. */
  routesWithout(): string[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (typeof metatype !== 'function' || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, Handler>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((method) => this.isOpenRoute(prototype[method], metatype))
        .map((method) => `${metatype.name}.${method}`);
    });
  }

  private isOpenRoute(handler: Handler | undefined, controller: Handler | NewableFunction): boolean {
    if (!handler || Reflect.getMetadata(ROUTE_PATH, handler) === undefined) return false;
    return !this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS, [handler, controller]);
  }
}

/** Throws when a route of the app has no door. Runs by itself at start; here for a test that wants to say so. */
export const assertEveryRouteHasADoor = (app: INestApplicationContext): void =>
  app.get(EveryRouteHasADoor, { strict: false }).onApplicationBootstrap();
