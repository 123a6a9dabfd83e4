// The floor of a home page: one prepared statement over a table of sums, by a plain server, without sessions, scope or transactions.
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const { text } = JSON.parse(process.env.BENCH_STATEMENT)

createServer(async (request, response) => {
  const organisationId = new URL(request.url, 'http://bare').searchParams.get('organisationId')
  const { rows } = await pool.query({ name: 'sums', text, values: [organisationId] })
  const figures = new Map()
  for (const row of rows) {
    const figure = figures.get(row.measure) ?? {
      measure: row.measure,
      total: 0,
      years: [],
      organisations: [],
    }
    const value = Number(row.value)
    if (row.organisation_id !== organisationId)
      figure.organisations.push({ key: row.organisation_id, label: row.name, value })
    else if (row.breakdown === '') figure.total = value
    else if (row.breakdown === 'year') figure.years.push({ key: row.key, label: row.key, value })
    figures.set(row.measure, figure)
  }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ figures: [...figures.values()] }))
}).listen(0, '127.0.0.1', function () {
  console.log(`ready at http://127.0.0.1:${this.address().port}`)
})
