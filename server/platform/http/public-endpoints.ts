import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notFound } from '../errors.ts'
import type { AppModule } from '../module.ts'
import type { Platform } from '../platform.ts'
import { projectRoot } from '../project-root.ts'
import { pagePolicy } from './headers.ts'
import { mayReadMetrics, type MeasuredParts } from './metrics-access.ts'

/** What stands beside the operations of the API is made of. */
export interface PublicParts extends MeasuredParts {
  platform: Platform
  modules: readonly AppModule[]
  /** By this word metrics may be read from other machines; null: from this one only. */
  metricsToken: string | null
}

/** Health, metrics, the API's own description, and the pages of the browser. */
export async function addPublicEndpoints(app: FastifyInstance, parts: PublicParts): Promise<void> {
  const { platform, modules } = parts
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    // Without a database nothing is broken that a restart would mend: whoever asks waits, or asks another server.
    const ready = await platform.pool.query('select 1 from tenants limit 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, parts.metricsToken)) notFound()
    const { metricsText } = await import('./metrics.ts')
    return reply.type('text/plain; version=0.0.4').send(await metricsText(parts))
  })
  app.get('/api/openapi.json', async () => {
    const { openApiDocument } = await import('./openapi.ts')
    return openApiDocument(modules.flatMap((module) => module.routes))
  })
  app.get('/api/docs', async (_request, reply) => {
    const { openApiPage } = await import('./openapi.ts')
    const nonce = newNonce()
    return reply
      .header('content-security-policy', pagePolicy(nonce))
      .type('text/html')
      .send(
        openApiPage(
          modules.flatMap((module) => module.routes),
          nonce,
        ),
      )
  })
  await addPages(app)
}

async function addPages(app: FastifyInstance): Promise<void> {
  const root = join(projectRoot, 'build/web')
  if (!existsSync(root)) return
  await app.register(staticFiles, {
    root,
    index: false,
    serve: true,
    cacheControl: false,
    // The build has written each file of text in packed forms beside it.
    preCompressed: true,
    setHeaders: (response, path) => {
      // File names under assets carry a hash of their content.
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const page = (file: string) => async (_request: unknown, reply: FastifyReply) =>
    reply.header('content-security-policy', pagePolicy()).header('cache-control', 'no-cache').sendFile(file)
  app.get('/', page('index.html'))
  for (const path of ['/activate', '/outbox']) app.get(path, page('activate.html'))
  for (const path of ['/public', '/public/*']) app.get(path, page('public.html'))
  for (const path of ['/me', '/me/*']) app.get(path, page('phone.html'))
  for (const path of ['/console', '/console/*'])
    app.get(path, async (_request, reply) => {
      // antd writes style elements while it runs: each answer of the page names a fresh word by which its own are known.
      const nonce = newNonce()
      const text = await readFile(join(root, 'console.html'), 'utf8')
      return reply
        .header('content-security-policy', pagePolicy(nonce))
        .type('text/html; charset=utf-8')
        .send(text.replace('{style-nonce}', nonce))
    })
}

const newNonce = () => randomBytes(16).toString('base64url')
