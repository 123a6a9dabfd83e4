/** One HTTP request as the browser sends it. */
export interface Request {
  method: string
  url: string
  body?: string
}

const base = '/api/v1'

/** Spreads a flat input over the parts of a request: `:name` parts of the path, then the query of a GET or the body of a write. */
export function requestFor(method: string, path: string, input: Readonly<Record<string, unknown>>): Request {
  const rest = { ...input }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '')
      throw new Error(`${method} ${path} needs ${name}`)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (method === 'GET') return { method, url: base + filled + queryOf(rest) }
  return { method, url: base + filled, body: JSON.stringify(rest) }
}

function queryOf(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    // An empty filter is no filter; a list is given by repeating its name.
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}
