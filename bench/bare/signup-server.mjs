// The floor of signing up: a plain server that gathers requests the same way and writes the same rows by the same statements, without sessions,
// CSRF, eligibility, scope, audit or idempotency.
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

const { tenantId, eventId, capacity, port } = JSON.parse(process.env.BENCH_SIGNUP)
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const lock = {
  name: 'lock',
  text: 'select taken, next_waiting_no, next_badge_no from event_places where tenant_id = $1 and event_id = $2 for no key update',
}
const facts = {
  name: 'facts',
  text: `select p.id, p.sex, m.union_id, r.id as registration_id, r.state from unnest($2::uuid[]) a (id) join persons p on p.tenant_id = $1 and p.id = a.id
    join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join registrations r on r.tenant_id = $1 and r.event_id = $3 and r.person_id = p.id`,
}
const write = {
  name: 'write',
  text: `with g as (select * from json_to_recordset($3::json) as g (id uuid, person uuid, "union" uuid, sex text, state text, no integer, badge integer, step uuid)),
    kept as (insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, waiting_no, badge_no)
      select $1, id, $2, person, "union", sex, '30-34', true, state, no, badge from g)
    insert into registration_steps (tenant_id, id, registration_id, step) select $1, step, id, state from g`,
}
const count = {
  name: 'count',
  text: 'update event_places set taken = $3, next_waiting_no = $4, next_badge_no = $5 where tenant_id = $1 and event_id = $2',
}
const waiting = []
let busy = false

async function serveAll() {
  busy = true
  while (waiting.length > 0) {
    const batch = waiting.splice(0, 256)
    const client = await pool.connect()
    await client.query(`begin; set local app.tenant = '${tenantId}'`)
    const { rows: people } = await client.query({
      ...facts,
      values: [tenantId, batch.map(({ person }) => person), eventId],
    })
    const [places] = (await client.query({ ...lock, values: [tenantId, eventId] })).rows
    let { taken, next_waiting_no: no, next_badge_no: badge } = places
    const of = new Map(people.map((row) => [row.id, row]))
    const rows = batch.map(({ person }) => {
      const { union_id: union, sex } = of.get(person)
      const free = taken < capacity
      if (free) taken += 1
      return {
        id: randomUUID(),
        person,
        union,
        sex,
        state: free ? 'admitted' : 'waiting',
        no: free ? null : no++,
        badge: free ? badge++ : null,
        step: randomUUID(),
      }
    })
    await client.query({ ...write, values: [tenantId, eventId, JSON.stringify(rows)] })
    await client.query({ ...count, values: [tenantId, eventId, taken, no, badge] })
    await client.query('commit')
    client.release()
    for (const [at, { response }] of batch.entries()) {
      const { id, state, no: waitingNo, badge: badgeNo } = rows[at]
      const text = JSON.stringify({ registrationId: id, state, waitingNo, badgeNo })
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length }).end(text)
    }
  }
  busy = false
}

createServer((request, response) => {
  request.resume().on('end', () => {
    waiting.push({ person: request.url.slice(1), response })
    if (!busy) setImmediate(() => !busy && void serveAll())
  })
}).listen(port ?? 0, '127.0.0.1', function () {
  console.log(`ready at http://127.0.0.1:${this.address().port}`)
})
