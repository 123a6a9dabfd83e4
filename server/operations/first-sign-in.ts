import { randomBytes } from 'node:crypto'
import { generateSync } from 'otplib'

/** A browser of somebody who has signed in for the first time: the headers of every further request, and where they work. */
export interface SignedIn {
  headers: Record<string, string>
  organisationId: string
}

/**
 * Does over HTTP what a new officer does first: signs in by the first password, chooses another, and sets up the second factor.
 * @throws Error naming the step that is refused.
 */
export async function signInFirst(
  url: string,
  account: { login: string; password: string },
): Promise<SignedIn> {
  const browser = new Browser(url)
  const me = await browser.post<{ csrfToken: string; actingAs: { organisationId: string } }>(
    '/sessions',
    account,
  )
  browser.headers['x-csrf-token'] = me.csrfToken
  const newPassword = `drill ${randomBytes(12).toString('hex')}`
  await browser.post('/me/password', { currentPassword: account.password, newPassword })
  const { secret } = await browser.post<{ secret: string }>('/me/totp', {})
  await browser.post('/me/totp/confirmation', { code: generateSync({ secret }) })
  return { headers: browser.headers, organisationId: me.actingAs.organisationId }
}

class Browser {
  readonly headers: Record<string, string> = { 'content-type': 'application/json' }
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  async post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify(body),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (cookie !== undefined) this.headers.cookie = cookie
    const answer = (await response.json()) as T & { error?: { code: string } }
    if (!response.ok)
      throw new Error(`POST ${path} answers ${response.status} ${answer.error?.code ?? ''}`.trim())
    return answer
  }
}
