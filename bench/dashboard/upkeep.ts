import type pg from 'pg'

const batches = 9
const size = 1000

/**
 * The time in milliseconds of a thousand joins (person, key, membership, index row), one transaction each batch, with the marks of kept figures and
 * without, in turn. What was added is taken back.
 */
export async function upkeepOf(
  owner: pg.Client,
  tenantId: string,
): Promise<{ withMarks: number[]; without: number[] }> {
  const [withMarks, without]: [number[], number[]] = [[], []]
  for (let batch = 0; batch < batches; batch++) {
    withMarks.push(await joinsOf(owner, tenantId, 'enable'))
    without.push(await joinsOf(owner, tenantId, 'disable'))
  }
  await owner.query('alter table memberships enable trigger user')
  // The first batches warm up what the others find warm.
  return { withMarks: withMarks.slice(1), without: without.slice(1) }
}

async function joinsOf(owner: pg.Client, tenantId: string, marks: 'enable' | 'disable'): Promise<number> {
  for (const operation of ['insert', 'update', 'delete'])
    await owner.query(`alter table memberships ${marks} trigger figures_${operation}`)
  const { rows } = await owner.query<{ id: string }>(
    "select id from organisations where tenant_id = $1 and kind = 'basic_union' order by id",
    [tenantId],
  )
  const started = performance.now()
  await owner.query('begin')
  for (let at = 0; at < size; at++) {
    const unionId = rows[at % rows.length]!.id
    const { rows: made } = await owner.query<{ id: string }>(
      `insert into persons (tenant_id, id, name, sex) values ($1, gen_random_uuid(), '新会员', 'male') returning id`,
      [tenantId],
    )
    const personId = made[0]!.id
    const { rows: joined } = await owner.query<{ id: string }>(
      `insert into memberships (tenant_id, id, person_id, union_id, kind, joined_on, joined_precision, starts_on)
       values ($1, gen_random_uuid(), $2, $3, 'member', '2026-01-01', 'day', '2026-01-01') returning id`,
      [tenantId, personId, unionId],
    )
    await owner.query(
      `insert into member_index (tenant_id, person_id, membership_id, union_id, kind, name, sort_key, name_tokens, org_tokens, sex)
       values ($1, $2, $3, $4, 'member', '新会员', 'xin hui yuan', '{26032}', '{1}', 'male')`,
      [tenantId, personId, joined[0]!.id, unionId],
    )
  }
  await owner.query('rollback')
  return performance.now() - started
}
