import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AppModule } from '../module.ts'
import type { Platform } from '../platform.ts'
import { projectRoot } from '../project-root.ts'

const contentSecurity = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const strict = contentSecurity("'self'")
// antd writes its styles at run time; scripts stay strict.
const withInlineStyles = contentSecurity("'self' 'unsafe-inline'")

/** Health, metrics, the API's own description, and the pages of the browser. */
export async function addPublicEndpoints(
  app: FastifyInstance,
  platform: Platform,
  modules: readonly AppModule[],
): Promise<void> {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    // Without a database nothing is broken that a restart would mend: whoever asks waits, or asks another server.
    const ready = await platform.pool.query('select 1 from tenants limit 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  app.get('/metrics', async (_request, reply) => {
    const { metricsText } = await import('./metrics.ts')
    return reply.type('text/plain; version=0.0.4').send(await metricsText(platform, modules))
  })
  app.get('/api/openapi.json', async () => {
    const { openApiDocument } = await import('./openapi.ts')
    return openApiDocument(modules.flatMap((module) => module.routes))
  })
  app.get('/api/docs', async (_request, reply) => {
    const { openApiPage } = await import('./openapi.ts')
    return reply
      .header('content-security-policy', withInlineStyles)
      .type('text/html')
      .send(openApiPage(modules.flatMap((module) => module.routes)))
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
    setHeaders: (response, path) => {
      // File names under assets carry a hash of their content.
      response.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const page = (file: string, policy: string) => async (_request: unknown, reply: FastifyReply) =>
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache').sendFile(file)
  app.get('/', page('index.html', strict))
  for (const path of ['/me', '/me/*']) app.get(path, page('phone.html', strict))
  for (const path of ['/console', '/console/*']) app.get(path, page('console.html', withInlineStyles))
}
