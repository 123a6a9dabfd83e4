import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ProfileInput } from '#contract/matchmaking-entry.ts'
import { sealProfile } from '#server/modules/matchmaking/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { randomFrom, type Random } from '#tools/generate/random.ts'
import type { DemoMatchmaking, DemoSingle } from '../../shapes-events.ts'
import { TableLoad } from '../table-load.ts'
import type { MatchmakingIds } from './ids.ts'

const NAMES = [
  '海河的风',
  '晴天',
  '早点铺',
  '意式街角',
  '五大道',
  '麦浪',
  '小洋楼',
  '南湖',
  '煎饼果子',
  '清茶',
  '山楂树',
  '白帆',
  '蓝莓',
  '木星',
  '云朵',
  '北斗',
]
const HOBBIES = [
  '骑行',
  '羽毛球',
  '摄影',
  '烘焙',
  '读书',
  '相声',
  '徒步',
  '游泳',
  '看展',
  '养花',
  '桌游',
  '电影',
]
const HOPES = [
  '希望遇到踏实、爱笑的人。',
  '周末一起逛逛海河。',
  '三观合得来最重要。',
  '认真相处，不急不躁。',
  '',
]
const TRADES = [
  'manufacturing',
  'construction',
  'transport',
  'information',
  'health',
  'education',
  'trade',
  'energy',
] as const
const LEVELS = ['vocational', 'college', 'college', 'bachelor', 'bachelor', 'master'] as const

/** Writes consents, declarations, attestations, profiles and blocks. */
export async function loadSingles(tx: Tx, records: DemoMatchmaking, ids: MatchmakingIds): Promise<void> {
  const tables = tablesOf(tx)
  const { rows } = await sql<{ version: number }>`
    select max(version)::int as version from processing_purposes where code = 'matchmaking' and starts_on <= app_today()`.execute(
    tx,
  )
  const random = randomFrom('profiles of the demo')
  for (const single of records.singles) {
    const person_id = ids.person(single.person)
    tables.consents.add({
      id: newId(),
      person_id,
      purpose: 'matchmaking',
      version: rows[0]!.version,
      given_at: single.enteredAt,
    })
    for (const signed_on of single.declaredOn)
      tables.declarations.add({ id: newId(), person_id, signed_on, holds_until: halfYearAfter(signed_on) })
    const attestation = newId()
    tables.attestations.add({
      id: attestation,
      person_id,
      union_id: ids.organisation(single.union),
      requested_at: single.enteredAt,
    })
    if (single.attestedAt !== null)
      tables.answers.add({
        attestation_id: attestation,
        answer: 'attested',
        answered_by: ids.appointment(single.attestedBy),
        answered_at: single.attestedAt,
      })
    addProfile(tables, single, { ids, random })
  }
  for (const { by, blocked, at } of records.blocks)
    tables.blocks.add({
      id: newId(),
      person_id: ids.person(by),
      blocked_person_id: ids.person(blocked),
      blocked_at: at,
    })
  for (const table of Object.values(tables)) await table.flush()
}

function tablesOf(tx: Tx) {
  return {
    consents: new TableLoad(tx, 'consents', {
      id: 'uuid',
      person_id: 'uuid',
      purpose: 'text',
      version: 'int2',
      given_at: 'instant',
    }),
    declarations: new TableLoad(tx, 'single_declarations', {
      id: 'uuid',
      person_id: 'uuid',
      signed_on: 'date',
      holds_until: 'date',
    }),
    attestations: new TableLoad(tx, 'eligibility_attestations', {
      id: 'uuid',
      person_id: 'uuid',
      union_id: 'uuid',
      requested_at: 'instant',
    }),
    answers: new TableLoad(tx, 'attestation_answers', {
      attestation_id: 'uuid',
      answer: 'text',
      answered_by: 'uuid',
      answered_at: 'instant',
    }),
    profiles: new TableLoad(tx, 'dating_profiles', {
      id: 'uuid',
      person_id: 'uuid',
      card_cipher: 'bytes',
      hidden_cipher: 'bytes',
      limits_cipher: 'bytes',
      district_code: 'text',
      hide_from_unit: 'boolean',
      wants_suggestions: 'boolean',
      in_pool: 'boolean',
      version: 'int4',
      created_at: 'instant',
      last_active_on: 'date',
    }),
    hidings: new TableLoad(tx, 'profile_hidings', {
      id: 'uuid',
      profile_id: 'uuid',
      reason: 'text',
      hidden_at: 'instant',
    }),
    blocks: new TableLoad(tx, 'blocks', {
      id: 'uuid',
      person_id: 'uuid',
      blocked_person_id: 'uuid',
      blocked_at: 'instant',
    }),
  }
}

type Tables = ReturnType<typeof tablesOf>

function addProfile(
  tables: Tables,
  single: DemoSingle,
  { ids, random }: { ids: MatchmakingIds; random: Random },
): void {
  const input = profileOf(single, random)
  if (single.profile === null) return
  const { cardCipher, hiddenCipher, limitsCipher } = sealProfile(ids.key(single.person), input)
  const id = randomUUID()
  tables.profiles.add({
    id,
    person_id: ids.person(single.person),
    card_cipher: cardCipher,
    hidden_cipher: hiddenCipher,
    limits_cipher: limitsCipher,
    district_code: single.districtCode,
    hide_from_unit: input.hideFromUnit,
    wants_suggestions: input.wantsSuggestions,
    in_pool: input.inPool,
    version: 1,
    created_at: single.enteredAt,
    last_active_on: single.profile.lastActiveOn,
  })
  if (single.profile.hidden !== null)
    tables.hidings.add({
      id: newId(),
      profile_id: id,
      reason: single.profile.hidden.reason,
      hidden_at: single.profile.hidden.at,
    })
}

function profileOf(single: DemoSingle, random: Random): ProfileInput {
  const height = single.sex === 'male' ? random.between(165, 188) : random.between(154, 175)
  const hobbies = random.shuffle([...HOBBIES]).slice(0, random.between(1, 4))
  return {
    nickname:
      random.pick(NAMES) +
      random.pick(['', '呀', '88', '的夏天', '先生'].slice(0, single.sex === 'male' ? 5 : 4)),
    districtCode: single.districtCode,
    trade: random.pick(TRADES),
    heightCm: random.chance(0.9) ? height : null,
    educationLevel: random.pick(LEVELS),
    hobbies,
    hopes: random.pick(HOPES),
    income: null,
    showsIncome: false,
    house: null,
    showsHouse: false,
    children: null,
    showsChildren: false,
    limits: {
      ageFrom: 20,
      ageTo: random.chance(0.5) ? null : random.between(36, 48),
      heightFromCm: single.sex === 'female' && random.chance(0.4) ? random.between(165, 172) : null,
      heightToCm: null,
      districtCodes: [],
      acceptsChildren: random.chance(0.4),
    },
    hideFromUnit: random.chance(0.9),
    wantsSuggestions: random.chance(0.92),
    inPool: random.chance(0.85),
    photoId: null,
    photoFor: 'mutual',
  }
}

function halfYearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 6]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))).toISOString().slice(0, 10)
}
