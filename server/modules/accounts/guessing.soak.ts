import { newId } from '#server/platform/ids.ts'
import { closeTestServer, testServer } from '#server/test/server.ts'
import type { Extent } from '#tools/soak.ts'
import { admittedOf, fail, succeed, type From, type Outcome } from './test/guessing.ts'

const usualPhones = 2000
const usualLogins = 1000

/**
 * One password tried on a thousand log-ins from the address behind which two thousand phones of one factory sign in: the trying is noticed and
 * slowed, and every phone gets in.
 */
export async function run({ count: phoneCount = usualPhones }: Extent): Promise<string> {
  const { platform } = await testServer()
  const address = '192.0.2.200'
  const phones: From[] = []
  for (let i = 0; i < phoneCount; i += 1) {
    const phone = { login: `phone-${newId()}`, address }
    // One in ten mistypes the password the first time.
    if (i % 10 === 0) mustBeIn(await fail(platform, phone))
    const first = await succeed(platform, phone)
    mustBeIn(first)
    phones.push({ ...phone, deviceToken: first.deviceToken! })
  }
  const began = performance.now()
  const outcomes: Outcome[] = []
  for (let i = 0; i < usualLogins; i += 1) {
    outcomes.push(await fail(platform, { login: `victim-${newId()}`, address }))
    if (i % 2 === 0) mustBeIn(await succeed(platform, phones[i % phones.length]!))
  }
  const seconds = (performance.now() - began) / 1000
  const noticed = outcomes.some((each) => 'attempt' in each && each.attempt.sprayingNoticed)
  const admitted = admittedOf(outcomes)
  await closeTestServer()
  if (!noticed) throw new Error('the spraying was not noticed')
  if (admitted > 21 + seconds / 2) throw new Error(`${admitted} tries let through in ${seconds} s`)
  return `${phoneCount} phones signed in behind one address, before and while ${usualLogins} log-ins were tried from it; ${admitted} of those tries were let through in ${Math.round(seconds)} s`
}

function mustBeIn(outcome: Outcome): void {
  if (!('attempt' in outcome)) throw new Error(`a phone was refused: ${outcome.code}`)
}
