import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';

// What Nest leaves on a controller about the arguments of its routes, and its number for a body (`RouteParamtypes`).
const ROUTE_ARGUMENTS = '__routeArguments__';
const BODY = '3';

type Arguments = Readonly<Record<string, { readonly schema?: unknown }>>;

/** `Controller.method` of every route that takes a body which nobody checks. */
export const bodiesWithoutSchema = (controllers: readonly Type[]): string[] =>
  controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((method) => {
      const taken = (Reflect.getMetadata(ROUTE_ARGUMENTS, controller, method) ?? {}) as Arguments;
      const unchecked = Object.entries(taken).some(
        ([key, { schema }]) => key.split(':')[0] === BODY && schema === undefined,
      );
      return unchecked ? [`${controller.name}.${method}`] : [];
    }),
  );

export const controllersOf = (app: INestApplicationContext): Type[] =>
  app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** Where a schema would take a field that nobody has thought of; `of` finds what a reference names. */
export function openPlaces(
  schema: JsonSchema,
  of: (reference: string) => JsonSchema | undefined,
  place = '',
  seen: readonly string[] = [],
): string[] {
  const { $ref: reference } = schema;
  if (reference !== undefined) {
    if (seen.includes(reference)) return [];
    const named = of(reference);
    return named ? openPlaces(named, of, place, [...seen, reference]) : [`${place}: ${reference} is nowhere`];
  }
  const inner: [string, JsonSchema][] = [
    ...Object.entries(schema.properties ?? {}).map(([name, one]): [string, JsonSchema] => [
      `${place}.${name}`,
      one,
    ]),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].map(
      (one, index): [string, JsonSchema] => [`${place}|${typeOf(one) ?? index}`, one],
    ),
    ...(schema.items ? [[`${place}[]`, schema.items] as [string, JsonSchema]] : []),
  ];
  return [
    ...(isOpen(schema) ? [place] : []),
    ...inner.flatMap(([where, one]) => openPlaces(one, of, where, seen)),
  ];
}

/** What an event is called, for the place of a field in it. */
export const typeOf = ({ properties }: JsonSchema): string | undefined => properties?.['type']?.enum?.[0];

const isOpen = ({ type, properties, additionalProperties }: JsonSchema): boolean =>
  (type === 'object' || properties !== undefined) && additionalProperties !== false;
