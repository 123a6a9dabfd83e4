/** Where the server writes what happened. Never personal data, no bodies, no query strings. */
export interface Log {
  info(message: string, facts?: Record<string, string | number>): void
  error(message: string, error: unknown): void
}

/** One JSON line each on standard error, so that standard output stays for people. */
export const standardLog: Log = {
  info(message, facts) {
    write({ level: 'info', message, ...facts })
  },
  error(message, error) {
    write({ level: 'error', message, ...describe(error) })
  },
}

function write(line: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}

// A database error's message and detail can quote a row: only its code, constraint and place are kept.
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: 'not an Error' }
  if ('severity' in error) {
    const { code, constraint, table, routine } = error as Error & Record<string, unknown>
    return { error: 'database', code, constraint, table, routine, stack: frames(error) }
  }
  return { error: error.name, text: withoutData(error), stack: frames(error) }
}

// A library's message may quote what it was given: names are not ASCII, numbers are long, and a parser quotes its text.
function withoutData(error: Error): string {
  if (error instanceof SyntaxError) return ''
  return error.message
    .replace(/[^ -~]+/g, '…')
    .replace(/\d{5,}/g, '…')
    .slice(0, 300)
}

function frames(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => line.trim())
}
