// The floor of a cold start: a plain server on the same database that answers one statement, without anything else.
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const server = createServer(async (request, response) => {
  const { rows } = await pool.query('select 1 as one')
  response.end(JSON.stringify(rows[0]))
})
await pool.query('select 1')
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))
