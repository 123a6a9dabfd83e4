/** Writes `docs/data-model.md`: every table with its reason, columns and keys, and a drawing per area. With `--check`, tells whether it is fresh. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { plumbingTables, referenceTables } from '#server/db/table-classes.ts'
import { migrationsFolder } from '#server/platform/db/migrate.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { scratchDatabase } from '#server/test/scratch-database.ts'

interface Column {
  table: string
  name: string
  type: string
  required: boolean
  inKey: boolean
}

interface Reference {
  child: string
  parent: string
  columns: string
}

interface Area {
  title: string
  tables: { name: string; why: string }[]
}

const file = join(projectRoot, 'docs/data-model.md')

/** The text `docs/data-model.md` should have for the migrations as they are. */
async function generateDataModel(): Promise<string> {
  const database = await scratchDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    const columns = await readColumns(client)
    const references = await readReferences(client)
    return render(areasOf(new Set(columns.map((column) => column.table))), columns, references)
  } finally {
    await client.end()
    await database.close()
  }
}

/** Whether the committed page is that of the migrations. */
export async function isDataModelFresh(): Promise<boolean> {
  return readFileSync(file, 'utf8') === (await generateDataModel())
}

async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       coalesce(a.attnum = any(i.indkey), false) as "inKey"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relkind = 'r' order by c.relname, a.attnum`,
  )
  return rows
}

async function readReferences(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select c.relname as child, p.relname as parent,
       (select string_agg(a.attname, ', ' order by k.n) from unnest(f.conkey) with ordinality k(attnum, n)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum where a.attname <> 'tenant_id') as columns
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
     where f.contype = 'f' order by 1, 2, 3`,
  )
  return rows
}

/** One area for each migration that makes tables, with the comment that stands before each table. */
function areasOf(existing: Set<string>): Area[] {
  return readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => areaOf(readFileSync(join(migrationsFolder, name), 'utf8'), existing))
    .filter((area) => area.tables.length > 0)
}

function areaOf(sql: string, existing: Set<string>): Area {
  const title = commentBefore(sql, sql.search(/^(?!--)/m))
  const tables = [...sql.matchAll(/^create table (\w+)/gm)]
    .filter((match) => existing.has(match[1]!))
    .map((match) => ({ name: match[1]!, why: commentBefore(sql, match.index) }))
  return { title, tables }
}

function commentBefore(sql: string, index: number): string {
  const lines = sql.slice(0, index).split('\n').slice(0, -1)
  const comment: string[] = []
  while (lines.at(-1)?.startsWith('-- ')) comment.unshift(lines.pop()!.slice(3))
  return comment.join(' ')
}

function render(areas: Area[], columns: Column[], references: Reference[]): string {
  return [
    '# Data model',
    '',
    'Generated from the migrations by `tools/generate-data-model.ts`; a test keeps it fresh.',
    '',
    'Three classes of table. **Tenant** tables carry `tenant_id` first in every key and stand behind row security; **reference** tables are readable by',
    'all and written by migrations; **plumbing** holds no personal data. Dated rows hold from `starts_on` to the day before `ends_before`; they are never edited:',
    'a correction sets `superseded_at` and writes a new row, so any question can be asked as of a day and as known at a moment.',
    '',
    ...areas.flatMap((area) => renderArea(area, columns, references)),
  ].join('\n')
}

function renderArea(area: Area, columns: Column[], references: Reference[]): string[] {
  const names = new Set(area.tables.map((table) => table.name))
  const drawn = references.filter(
    (reference) => names.has(reference.child) && reference.child !== reference.parent,
  )
  return [
    `## ${area.title}`,
    '',
    '```mermaid',
    'erDiagram',
    ...area.tables.map((table) => `  ${table.name}`),
    ...drawn.map((reference) => `  ${reference.parent} ||--o{ ${reference.child} : "${reference.columns}"`),
    '```',
    '',
    ...area.tables.flatMap((table) => renderTable(table, columns)),
  ]
}

function renderTable(table: { name: string; why: string }, columns: Column[]): string[] {
  const own = columns.filter((column) => column.table === table.name)
  const described = own.map((column) => {
    const name = column.inKey ? `**${column.name}**` : column.name
    return `${name} ${column.type}${column.required ? '' : '?'}`
  })
  return [
    `### ${table.name}`,
    '',
    `${classOf(table.name)}. ${table.why}`.trim(),
    '',
    `${described.join(' · ')}`,
    '',
  ]
}

function classOf(table: string): string {
  if (plumbingTables.includes(table)) return 'Plumbing'
  return referenceTables.includes(table) ? 'Reference' : 'Tenant'
}

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes('--check')) writeFileSync(file, await generateDataModel())
  else if (!(await isDataModelFresh())) {
    console.error('docs/data-model.md is stale: run tools/generate-data-model.ts')
    process.exitCode = 1
  }
}
