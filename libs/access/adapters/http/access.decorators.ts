import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { DoorName } from '../../domain/doors.policy';
import { type AccessRequest, visitOf } from './access.request';

/** Under this key a route says who may take it. */
export const ACCESS = 'bureau:access';

export type RouteAccess = 'public' | readonly [DoorName, ...DoorName[]];

/** Anybody may take this route, logged in or not. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies RouteAccess);

/**
 * Lets in whoever passes one of these doors for at least some files. Where the policy says 'own', the handler still
 * has to ask `may` or `firstOpen` about the file at hand: only it knows whose file that is.
 */
export const Door = (...doors: readonly [DoorName, ...DoorName[]]) =>
  SetMetadata(ACCESS, doors satisfies RouteAccess);

/** The account that the session guard let in. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    visitOf(context.switchToHttp().getRequest<AccessRequest>()).account,
);

/** The token it showed. */
export const CurrentToken = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    visitOf(context.switchToHttp().getRequest<AccessRequest>()).token,
);
