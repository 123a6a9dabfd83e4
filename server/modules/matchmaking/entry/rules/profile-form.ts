import type { FieldError } from '#contract/errors.ts'
import type { ProfileInput } from '#contract/matchmaking-entry.ts'
import { givenName } from '#server/modules/people/index.ts'
import { tellsContact } from './contact-in-text.ts'

/** What is wrong with a profile beyond its schema: a way to reach its author, the real name as a nickname, an unknown district, limits the wrong way round. */
export function profileFaults(
  input: ProfileInput,
  known: { name: string; districtCodes: readonly string[] },
): FieldError[] {
  const { limits } = input
  const place = (code: string) => known.districtCodes.length === 0 || known.districtCodes.includes(code)
  const inOrder = (from: number | null, to: number | null) => from === null || to === null || from <= to
  const checks: [string, string, boolean][] = [
    ['nickname', 'matchmaking.tells_contact', !tellsContact(input.nickname)],
    ['nickname', 'matchmaking.nickname_is_name', !namesOwner(input.nickname, known.name)],
    ['hopes', 'matchmaking.tells_contact', !tellsContact(input.hopes)],
    ['hobbies', 'matchmaking.tells_contact', !input.hobbies.some(tellsContact)],
    ['districtCode', 'matchmaking.district_unknown', place(input.districtCode)],
    ['limits.districtCodes', 'matchmaking.district_unknown', limits.districtCodes.every(place)],
    ['limits.ageTo', 'matchmaking.limits_turned', inOrder(limits.ageFrom, limits.ageTo)],
    ['limits.heightToCm', 'matchmaking.limits_turned', inOrder(limits.heightFromCm, limits.heightToCm)],
  ]
  return checks.filter(([, , holds]) => !holds).map(([path, code]) => ({ path, code }))
}

// A given name of one character is too common a part of a nickname to be refused for it.
function namesOwner(nickname: string, name: string): boolean {
  const given = givenName(name)
  return nickname.includes(name) || ([...given].length > 1 && nickname.includes(given))
}
