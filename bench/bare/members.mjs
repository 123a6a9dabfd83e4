// The floor of the member list: the same statement by a plain server, prepared, without sessions, scope, masks or transactions.
import { createServer } from 'node:http'
import pg from 'pg'

const { text, values, places, port } = JSON.parse(process.env.BENCH_STATEMENT)
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

createServer(async (request, response) => {
  const query = new URL(request.url, 'http://bare').searchParams
  const mine = [...values]
  for (const at of places.tokens) mine[at] = [Number(query.get('token'))]
  for (const at of places.organisation) mine[at] = query.get('organisationId')
  for (const at of places.scope) mine[at] = [query.get('organisationId')]
  const { rows } = await pool.query({ name: 'members', text, values: mine })
  const items = rows
    .filter((row) => row.personId !== null)
    .slice(0, 20)
    .map((row) => ({
      personId: row.personId,
      name: row.name,
      sex: row.sex,
      unionName: row.unionName,
      employerName: row.employerName,
      kind: row.kind,
      joinedOn: row.joinedOn,
    }))
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ items, total: Number(rows[0].total) }))
}).listen(port ?? 0, '127.0.0.1', function () {
  console.log(`ready at http://127.0.0.1:${this.address().port}`)
})
