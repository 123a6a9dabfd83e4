import { existsSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { output } from './processes.ts'
import type { SearchStatement } from './statement.ts'

/** PostgreSQL's own load program, or null where it is not installed (Debian: postgresql-15 or postgresql-contrib). */
export function findPgbench(): string | null {
  const found = [...globSync('/usr/lib/postgresql/*/bin/pgbench'), '/usr/bin/pgbench'].find((path) =>
    existsSync(path),
  )
  return found ?? null
}

/** Puts what is asked into a table, because pgbench has no lists, and writes the statement so that it asks the table. */
export async function writePgbenchScript(
  client: pg.Client,
  folder: string,
  { statement, asked }: { statement: SearchStatement; asked: readonly { token: number; streetId: string }[] },
): Promise<string> {
  await client.query(
    'create table if not exists bench_asked (i int primary key, tokens bigint[], street uuid)',
  )
  await client.query('truncate bench_asked')
  await client.query('grant select on bench_asked to gonghui_app')
  await client.query(
    `insert into bench_asked select i - 1, array[token], street from unnest($1::bigint[], $2::uuid[]) with ordinality as a (token, street, i)`,
    [asked.map(({ token }) => token), asked.map(({ streetId }) => streetId)],
  )
  await client.query('analyze bench_asked')
  const { places, text, values } = statement
  const lookup = (column: string) => `(select ${column} from bench_asked where i = :i)`
  const filled = text.replace(/\$(\d+)/g, (_, number: string) => {
    const at = Number(number) - 1
    if (places.tokens.includes(at)) return lookup('tokens')
    if (places.organisation.includes(at)) return lookup('street')
    if (places.scope.includes(at)) return lookup('array[street]')
    return literal(values[at])
  })
  const file = join(folder, 'search.sql')
  writeFileSync(file, `\\set i random(0, ${asked.length - 1})\n${filled.replace(/\s+/g, ' ')};\n`)
  return file
}

/** Requests per second of pgbench over 16 connections, prepared. */
export async function pgbenchPerSecond(
  pgbench: string,
  run: { databaseUrl: string; tenantId: string; file: string; connections: number; seconds: number },
): Promise<number> {
  const url = new URL(run.databaseUrl)
  const text = await output(
    pgbench,
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(run.connections),
      '-j',
      '2',
      '-T',
      String(run.seconds),
      '-f',
      run.file,
      url.pathname.slice(1),
    ],
    {
      environment: {
        PGHOST: url.hostname,
        PGPORT: url.port,
        PGUSER: url.username,
        PGPASSWORD: url.password,
        PGOPTIONS: `-c app.tenant=${run.tenantId}`,
      },
    },
  )
  return Number(/tps = ([\d.]+)/.exec(text)?.[1] ?? 0)
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `'{${value.join(',')}}'`
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}
