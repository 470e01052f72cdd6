import { Body, Controller, Post } from '@nestjs/common';
import { EVENT_TYPES } from '@bureau/mediation';
import { z } from 'zod';
import {
  bodiesWithoutSchema,
  controllersOf,
  type JsonSchema,
  openPlaces,
  typeOf,
} from '../support/body.schemas';
import { describeApiOnSqlite } from '../support/bureau.api';

interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Doors for people and for this document itself. */
const NOT_DESCRIBED = /^\/$|^\/api\/(docs|openapi\.json|queue\/board)/;

describeApiOnSqlite('the description of every door', (api) => {
  let document: Document;
  beforeAll(async () => {
    const answer = await api().stranger.get('/api/openapi.json');
    expect([answer.status, answer.mediaType]).toEqual([200, 'application/json']);
    document = answer.body<Document>();
  });
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        method,
        operation,
      })),
    );
  const named = (reference: string) =>
    document.components.schemas[reference.replace('#/components/schemas/', '')];

  it('is OpenAPI 3.1 and tells of every route of the program, and of no other', () => {
    expect(document.openapi).toBe('3.1.0');
    const express = api().app.getHttpAdapter().getInstance() as { router: { stack: ExpressLayer[] } };
    const routes = express.router.stack
      .flatMap(({ route }) =>
        route ? Object.keys(route.methods).map((method) => `${method} ${route.path}`) : [],
      )
      .filter((route) => /^(get|post|put|patch|delete) /.test(route))
      .filter((route) => !NOT_DESCRIBED.test(route.split(' ')[1] ?? ''))
      .map((route) => route.replaceAll(/:(\w+)/g, '{$1}'));
    expect(routes.length).toBeGreaterThanOrEqual(11);
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...new Set(routes)].sort());
  });

  it('names every part of a path and every question that may be asked', () => {
    const wrong = operations().flatMap(({ name, operation }) => {
      const said = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      return said.join() === inPath.join() ? [] : [name];
    });
    expect(wrong).toEqual([]);
    const worklist = document.paths['/api/worklist']?.['get'];
    expect(worklist?.parameters.map(({ name }) => name).sort()).toEqual([
      'assignee',
      'cursor',
      'due',
      'limit',
      'phase',
      'q',
      'role',
    ]);
  });

  it('says of every answer what it means', () => {
    const silent = operations().filter(({ operation }) => Object.keys(operation.responses).length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has for every POST a body that takes no unknown field at any depth', () => {
    const posts = operations().filter(({ method }) => method === 'post');
    expect(posts.length).toBeGreaterThanOrEqual(3);
    // The topics of a family are its own; the shape of their names is checked, which this notation cannot say.
    const free = ['|outcome.recorded.topics'];
    for (const { name, operation } of posts) {
      const schema = operation.requestBody?.content['application/json']?.schema;
      const open = schema ? openPlaces(schema, named) : ['it has no body'];
      expect({ name, open: open.filter((place) => !free.includes(place)) }).toEqual({ name, open: [] });
    }
  });

  it('knows every event of a request', () => {
    const { oneOf, anyOf } = document.components.schemas['RequestEvent'] ?? {};
    const types = (oneOf ?? anyOf ?? []).map(typeOf);
    expect(types.sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('is of a program in which no route takes a body that nobody checks', () => {
    const controllers = controllersOf(api().app);
    expect(controllers.length).toBeGreaterThanOrEqual(6);
    expect(bodiesWithoutSchema(controllers)).toEqual([]);
  });
});

describe('the check of the description', () => {
  it('finds a route whose body has no schema', () => {
    @Controller()
    class Careless {
      @Post('a') open(@Body() body: object): object {
        return body;
      }
      @Post('b') checked(@Body({ schema: z.strictObject({}) }) body: object): object {
        return body;
      }
    }
    expect(bodiesWithoutSchema([Careless])).toEqual(['Careless.open']);
  });

  it('finds a place that takes unknown fields', () => {
    const closed = { type: 'object', additionalProperties: false } as const;
    const schema: JsonSchema = {
      ...closed,
      properties: {
        list: { type: 'array', items: { type: 'object', properties: { a: { type: 'string' } } } },
        named: { $ref: '#/x' },
        either: { anyOf: [closed, { type: 'object', additionalProperties: true }] },
        record: { type: 'object', additionalProperties: { type: 'string' } },
      },
    };
    const found = openPlaces(schema, () => ({ type: 'object' }));
    expect(found).toEqual(['.list[]', '.named', '.either|1', '.record']);
  });
});
