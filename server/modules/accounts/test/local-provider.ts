import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

interface Person {
  subject: string
  amr?: string[]
}

/** An OpenID Connect provider on this machine, for tests. */
export interface LocalProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** Who the next one to come is, and which factors they show. */
  next(who: Person): void
  /** Walks through the provider's pages as somebody, showing these factors; gives what stands behind `?` when it sends the browser back. */
  signIn(redirectTo: string, who: Person): Promise<string>
  close(): Promise<void>
}

/** Starts a provider that knows one client with this redirect address and believes whoever a test says they are. */
export async function startLocalProvider(redirectUri: string): Promise<LocalProvider> {
  const client = { clientId: 'gonghui', clientSecret: 'a secret of the test, long enough' }
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, string[]>()
  let next = { subject: '', amr: [] as string[] }
  const provider = new Provider(issuer, {
    clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] },
    ],
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, amr: people.get(sub) ?? [] }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
  })
  const handle = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      people.set(next.subject, next.amr)
      void provider.interactionFinished(request, response, {
        login: { accountId: next.subject, amr: next.amr },
      })
    } else void handle(request, response)
  })
  return {
    issuer,
    ...client,
    next: (who) => {
      next = { amr: [], ...who }
    },
    signIn: async (redirectTo, who) => {
      next = { amr: [], ...who }
      return follow(redirectTo, redirectUri)
    },
    close: () => closed(server),
  }
}

/** Follows the redirects with the cookies they set, until the browser is sent back. */
async function follow(from: string, redirectUri: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = from
  for (let hops = 0; hops < 10; hops += 1) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      cookies.set(name!, value!)
    }
    const location = answer.headers.get('location')
    if (location === null)
      throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url).href
    if (url.startsWith(redirectUri)) return new URL(url).search
  }
  throw new Error('the provider sends the browser in circles')
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
