import type { OwnProfile, ProfileInput } from '#contract/matchmaking-entry.ts'

/** A profile nobody has written yet: hidden from the unit, nothing optional shown. */
export const emptyProfile: ProfileInput = {
  nickname: '',
  districtCode: '',
  trade: 'manufacturing',
  heightCm: null,
  educationLevel: null,
  hobbies: [],
  hopes: '',
  income: null,
  showsIncome: false,
  house: null,
  showsHouse: false,
  children: null,
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
}

/** What of one's own profile a form changes. */
export function draftOf(profile: OwnProfile): ProfileInput {
  const { version: _version, ageBand: _band, hiddenBecause: _hidden, lastActiveOn: _on, ...draft } = profile
  return draft
}
