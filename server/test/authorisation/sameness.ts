import type pg from 'pg'
import type { Twin } from './twin-worlds.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Makes what two servers say comparable: what is the same in both stays, what each makes anew (ids, times, keys) becomes its kind. */
export class Sameness {
  readonly #known: ReadonlySet<string>

  private constructor(known: ReadonlySet<string>) {
    this.#known = known
  }

  /** Takes in every id there is in a world now. */
  static async of({ owner }: Twin): Promise<Sameness> {
    const known = new Set<string>()
    for (const table of await tablesOf(owner))
      for (const row of await rowsOf(owner, table)) for (const [id] of row.matchAll(uuid)) known.add(id)
    return new Sameness(known)
  }

  /** A text with everything made anew replaced by what kind of thing it is; ciphertext by its length. */
  plain(text: string): string {
    const names = new Map<string, string>()
    return text
      .replace(/\\+x([0-9a-f]*)/g, (_, hex: string) => `<${hex.length / 2} bytes>`)
      .replace(uuid, (id) => {
        if (this.#known.has(id)) return id
        if (!names.has(id)) names.set(id, `<id ${names.size + 1}>`)
        return names.get(id)!
      })
      .replace(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}(:?\d{2})?)?/g, '<time>')
      .replace(/\d{8}T\d{6}Z/g, '<time>')
      .replace(/"chain":\d+,"seq":\d+/g, '<chain>')
      .replace(/"nextCursor":"[^"]*"/g, '<cursor>')
      .replace(/[A-Za-z0-9_+/=-]{40,}/g, (long) => `<${long.length} characters>`)
  }

  /** Every row of every table as the owner of the database reads it without the keys, table by table. */
  async dump({ owner }: Twin): Promise<Map<string, string[]>> {
    const dump = new Map<string, string[]>()
    for (const table of await tablesOf(owner)) {
      // A head stands for each connection that has written: how many there were is not what was said. The entries are compared.
      if (table === 'audit_heads') continue
      const rows = (await rowsOf(owner, table)).map((row) => this.plain(withoutChain(table, row)))
      dump.set(table, rows.toSorted())
    }
    return dump
  }
}

// Which chain of the audit log an entry goes to is drawn by lot, and so is how long each has grown.
function withoutChain(table: string, row: string): string {
  return table === 'audit_entries' ? row.replace(/^(\([^,]+),\d+,\d+,/, '$1,') : row
}

/** Tables whose rows differ between two dumps. */
export function differingTables(
  one: ReadonlyMap<string, string[]>,
  other: ReadonlyMap<string, string[]>,
): string[] {
  return [...one.keys()].filter(
    (table) => JSON.stringify(one.get(table)) !== JSON.stringify(other.get(table)),
  )
}

async function tablesOf(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  return rows.map((row) => row.name)
}

async function rowsOf(owner: pg.Pool, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ row: string }>(`select t::text as row from "${table}" t`)
  return rows.map((each) => each.row)
}
