import type { ProfileInput } from '#contract/matchmaking-entry.ts'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { giveConsent } from '#server/modules/consents/index.ts'
import { createPersons } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { keyedHash, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from '#server/test/client.ts'
import { makeAppointment, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { sealProfile } from '../entry/profile-seals.ts'
import {
  insertAttestation,
  insertAttestationAnswer,
  insertDeclaration,
  insertProfile,
} from '../entry/store.ts'

/** The step of entry at which a made person stops, everything before it done; `profile`: they have all of it. */
export type SingleStep = 'member' | 'consent' | 'declaration' | 'attestation' | 'profile'

/** What a test says of a single person; the rest fits. */
export interface TestSingle {
  sex?: 'male' | 'female'
  birthDate?: string
  unionId?: string
  employerId?: string
  upTo?: SingleStep
  /** A post held at one’s own union. */
  post?: string
  profile?: Partial<ProfileInput>
  name?: string
}

/** A person with an account of their own, signed in. */
export interface SignedInSingle {
  personId: string
  client: TestClient
}

const password = 'long enough for tests'
let passwordHash: Promise<string> | undefined
let serial = 0

/** A single person who may take part: member with a card and work, consent, declaration, attestation by the union, profile. Returns the id. */
export async function makeSingle(tx: Tx, tenant: TestTenant, single: TestSingle = {}): Promise<string> {
  const place = single.unionId === undefined ? tenant.north : null
  const unionId = single.unionId ?? tenant.north.unionId
  const number = ++serial
  const [personId] = await createPersons(tx, null, [
    {
      columns: {
        name: single.name ?? `单测试${number}`,
        sex: single.sex ?? 'female',
        birth_date: single.birthDate ?? '1996-05-01',
        ethnic_group: null,
        political_affiliation: null,
        education_level: null,
        household_type: null,
        migrant_worker: null,
      },
      document: null,
      mobile: null,
      invitation: null,
      memberships: [
        {
          unionId,
          kind: 'member',
          joinedOn: '2020-05-01',
          joinedPrecision: 'day',
          startsOn: '2020-05-01',
          endsBefore: null,
          endReason: null,
        },
      ],
      employments: [
        {
          employer_id: single.employerId ?? place?.employerId ?? null,
          platform_name: null,
          form: null,
          status: null,
          union_group: null,
          job: null,
          starts_on: '2020-05-01',
          ends_before: null,
          end_reason: null,
        },
      ],
      cards: [{ number: `62280000${String(number).padStart(8, '0')}`, startsOn: '2020-05-01' }],
    },
  ])
  await enter(tx, { personId: personId!, unionId }, single)
  return personId!
}

/** The same person with an account, signed in. */
export async function signedInSingle(tenant: TestTenant, single: TestSingle = {}): Promise<SignedInSingle> {
  const { app } = await testServer()
  const login = `single${++serial}-${tenant.id}`
  passwordHash ??= hashPassword(password)
  const hash = await passwordHash
  const personId = await tenant.inside(async (tx) => {
    const id = await makeSingle(tx, tenant, single)
    if (single.post !== undefined)
      await makeAppointment(tx, id, {
        post: single.post,
        organisationId: single.unionId ?? tenant.north.unionId,
        startsOn: '2020-01-01',
        endsBefore: null,
      })
    const loginHash = keyedHash(tx.keys, 'login', '', login)
    await insertAccount(tx, { id: newId(), personId: id, passwordHash: hash, loginHash })
    return id
  })
  return { personId, client: await new TestClient(app).signIn(login, password) }
}

/** A profile as a form sends it. */
export function profileInput(changes: Partial<ProfileInput> = {}): ProfileInput {
  return {
    nickname: '海风',
    districtCode: '330205',
    trade: 'manufacturing',
    heightCm: 168,
    educationLevel: 'bachelor',
    hobbies: ['羽毛球', '做饭'],
    hopes: '希望遇到真诚的人',
    income: '10_to_20',
    showsIncome: false,
    house: 'none',
    showsHouse: false,
    children: 'none',
    showsChildren: false,
    limits: {
      ageFrom: null,
      ageTo: null,
      heightFromCm: null,
      heightToCm: null,
      districtCodes: [],
      acceptsChildren: true,
    },
    hideFromUnit: true,
    wantsSuggestions: true,
    inPool: true,
    photoId: null,
    photoFor: 'each',
    ...changes,
  }
}

const steps: readonly SingleStep[] = ['member', 'consent', 'declaration', 'attestation', 'profile']

async function enter(tx: Tx, who: { personId: string; unionId: string }, single: TestSingle): Promise<void> {
  const reached = steps.indexOf(single.upTo ?? 'profile')
  const at = (step: SingleStep) => reached >= steps.indexOf(step)
  if (at('consent')) await consent(tx, who.personId)
  if (at('declaration'))
    await insertDeclaration(tx, {
      personId: who.personId,
      signedOn: '2026-01-01',
      holdsUntil: '2099-01-01',
      textVersion: 1,
    })
  if (at('attestation')) {
    const attestationId = await insertAttestation(tx, who.personId, who.unionId)
    await insertAttestationAnswer(tx, { attestationId, answer: 'attested', answeredBy: newId() })
  }
  if (at('profile')) await profileOf(tx, who.personId, profileInput(single.profile))
}

async function consent(tx: Tx, personId: string): Promise<void> {
  const { version } = await tx
    .selectFrom('processing_purposes')
    .select((of) => of.fn.max('version').as('version'))
    .where('code', '=', 'matchmaking')
    .executeTakeFirstOrThrow()
  // Only who it is counts for what is agreed.
  const actor = { personId, accountId: newId(), appointment: null, tokenId: null } as Actor
  await giveConsent(tx, actor, { purpose: 'matchmaking', version })
}

async function profileOf(tx: Tx, personId: string, input: ProfileInput): Promise<void> {
  const key = await tx
    .selectFrom('person_keys')
    .select(['wrapped_key', 'master_key_id'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  await insertProfile(tx, {
    ...sealProfile(unwrapKey(tx.keys, key.wrapped_key, key.master_key_id), input),
    districtCode: input.districtCode,
    hideFromUnit: input.hideFromUnit,
    wantsSuggestions: input.wantsSuggestions,
    inPool: input.inPool,
    personId,
    activeOn: '2026-11-01',
  })
}
