import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 description of every route, made from the same schemas that check requests. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `/api/v1${route.operation.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] ??= {}
    paths[path][route.operation.method.toLowerCase()] = describe(route)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gonghui',
      version: '1',
      description: 'Writes need the header x-csrf-token with the csrfToken of createSession or getMe.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gonghui' } },
      schemas: { Error: errorSchema },
    },
  }
}

/** A readable page of the same, without scripts; its styles name the nonce of its answer. */
export function openApiPage(routes: readonly Route[], nonce: string): string {
  const rows = routes
    .map(({ operation, operationId, permission }) => {
      const cells = [
        operationId,
        `${operation.method} /api/v1${operation.path}`,
        operation.summary,
        permission,
      ]
      return `<tr>${cells.map((cell) => `<td>${cell.replace(/[<&]/g, (c) => (c === '<' ? '&lt;' : '&amp;'))}</td>`).join('')}</tr>`
    })
    .join('\n')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gonghui API</title>
<style nonce="${nonce}">body{font:14px system-ui;margin:2rem;max-width:1200px}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ddd}td:first-child{font-weight:600}</style>
<h1>Gonghui API</h1><p>Schemas: <a href="/api/openapi.json">/api/openapi.json</a></p>
<table><thead><tr><th>operationId</th><th>request</th><th>what</th><th>permission</th></tr></thead><tbody>
${rows}</tbody></table></html>`
}

function describe(route: Route): object {
  const { operation } = route
  return {
    operationId: route.operationId,
    summary: operation.summary,
    parameters: [...parametersIn(operation.params, 'path'), ...parametersIn(operation.query, 'query')],
    ...bodyOf(operation),
    responses: {
      [operation.status ?? 200]: { description: 'done', content: answerOf(operation) },
      default: {
        description: 'an error',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
    security: route.permission === 'public' ? [] : [{ session: [] }],
    'x-permission': route.permission,
  }
}

interface ObjectSchema {
  properties?: Record<string, TSchema>
  required?: readonly string[]
}

function parametersIn(schema: TSchema | undefined, where: 'path' | 'query'): object[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: each,
  }))
}

function bodyOf(operation: Operation): object {
  if (operation.file === 'upload') {
    const { properties = {}, required = [] } = (operation.body ?? {}) as ObjectSchema
    const schema = {
      type: 'object',
      properties: { ...properties, file: { type: 'string', format: 'binary' } },
      required: [...required, 'file'],
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  if (operation.body === undefined) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }
}

function answerOf(operation: Operation): object {
  return operation.file === 'download'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: operation.output } }
}

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'params', 'requestId'],
      properties: {
        code: { type: 'string' },
        params: { type: 'object' },
        requestId: { type: 'string' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' } } },
        },
      },
    },
  },
}
