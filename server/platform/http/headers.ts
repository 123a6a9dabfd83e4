import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** What a page may do: scripts and styles from our own files only, nothing from outside, in no frame. `styleNonce` lets one page's own styles pass. */
export function pagePolicy(styleNonce?: string): string {
  const styles = styleNonce === undefined ? "'self'" : `'self' 'nonce-${styleNonce}'`
  return [
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
}

/** What is no page does nothing at all, should a browser take it for one. */
const nothingPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The camera reads codes at the door; nothing else of a device is ever asked for.
  'permissions-policy':
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), serial=(), bluetooth=(), display-capture=()',
  'x-permitted-cross-domain-policies': 'none',
} as const

// Two years; names below ours are not ours to speak for.
const strictTransport = 'max-age=63072000'

const files = /^\/(assets\/|[\w.-]+\.(js|css|svg|png|ico|json|webmanifest|woff2?)$)/

/** Every answer, errors and files included, carries the same protective headers; only what is a file of the pages may be kept by anybody. */
export function addProtectiveHeaders(app: FastifyInstance, transport: { isHttps: boolean }): void {
  app.addHook('onSend', async (request, reply) => protect(request, reply, transport))
}

/** Sets the headers of one answer. */
export function protect(
  request: FastifyRequest,
  reply: FastifyReply,
  { isHttps }: { isHttps: boolean },
): void {
  reply.headers(always)
  if (isHttps) reply.header('strict-transport-security', strictTransport)
  reply.header('x-request-id', request.id)
  const isFile = reply.statusCode < 400 && files.test(request.url.split('?')[0]!)
  if (!reply.hasHeader('content-security-policy'))
    reply.header('content-security-policy', isFile ? pagePolicy() : nothingPolicy)
  if (!reply.hasHeader('cache-control') || reply.statusCode >= 400) reply.header('cache-control', 'no-store')
}
