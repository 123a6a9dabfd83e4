import type { FastifyInstance, InjectOptions } from 'fastify'
import type { ErrorBody } from '#contract/errors.ts'

/** Cookie, token of writes, and token of a program. */
export interface KeptClient {
  cookie: string
  csrf: string
  token: string | null
}

/** One person's browser against the test server: keeps the cookie and the token of writes. */
export class TestClient {
  readonly #app: FastifyInstance
  #cookie = ''
  #csrf = ''
  #token: string | null = null

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  /** Signs in; throws when that fails. */
  async signIn(login: string, password: string): Promise<this> {
    const answer = await this.request('POST', '/sessions', { login, password })
    if (answer.status !== 201)
      throw new Error(`sign-in failed: ${answer.status} ${JSON.stringify(answer.body)}`)
    return this
  }

  /** The same server asked by a program with a token, and without this person's cookie. */
  asProgram(token: string): TestClient {
    const program = new TestClient(this.#app)
    program.#token = token
    return program
  }

  /** The same person with the same cookie or token, asked of another server process. */
  at(app: FastifyInstance): TestClient {
    return TestClient.of(app, this.kept)
  }

  /** What this person's browser holds, to be taken up again in another process. */
  get kept(): KeptClient {
    return { cookie: this.#cookie, csrf: this.#csrf, token: this.#token }
  }

  /** The person whose browser held this, asked of a server. */
  static of(app: FastifyInstance, { cookie, csrf, token }: KeptClient): TestClient {
    const client = new TestClient(app)
    client.#cookie = cookie
    client.#csrf = csrf
    client.#token = token
    return client
  }

  /** Sends a request below /api/v1 and gives status and JSON body; a FormData body is sent as multipart. A file that comes back is not read. */
  async request<T = never>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T & ErrorBody }> {
    const response = await this.#app.inject({
      method: method as InjectOptions['method'] & string,
      url: `/api/v1${path}`,
      headers: this.#token === null ? this.headers : { authorization: `Bearer ${this.#token}` },
      ...(body === undefined ? {} : { payload: body }),
    })
    this.#remember(response.headers['set-cookie'])
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    const parsed =
      response.body === '' || !isJson
        ? {}
        : (JSON.parse(response.body) as T & ErrorBody & { csrfToken?: string })
    if ((parsed as { csrfToken?: string } | null)?.csrfToken)
      this.#csrf = (parsed as { csrfToken: string }).csrfToken
    return { status: response.statusCode, body: parsed as T & ErrorBody }
  }

  get<T>(path: string): Promise<{ status: number; body: T & ErrorBody }> {
    return this.request<T>('GET', path)
  }

  post<T>(path: string, body: object = {}): Promise<{ status: number; body: T & ErrorBody }> {
    return this.request<T>('POST', path, body)
  }

  /** Cookie and token, for requests made by other means (uploads, a listening server). */
  get headers(): { cookie: string; 'x-csrf-token': string } {
    return { cookie: this.#cookie, 'x-csrf-token': this.#csrf }
  }

  #remember(header: string | string[] | undefined): void {
    const first = Array.isArray(header) ? header[0] : header
    if (first !== undefined) this.#cookie = first.split(';')[0]!
  }
}
