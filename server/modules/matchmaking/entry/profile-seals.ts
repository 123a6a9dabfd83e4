import type { PartnerLimits, ProfileCard, ProfileInput } from '#contract/matchmaking-entry.ts'
import { openText, sealText, unwrapKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What an introduction may show, as it is sealed; the age band comes from the roster and the district stands in clear for the figures. */
export type SealedCard = Pick<
  ProfileInput,
  'nickname' | 'trade' | 'heightCm' | 'educationLevel' | 'hobbies' | 'hopes' | 'photoFor'
>

/** What is hidden unless its owner shows it. */
export type SealedHidden = Pick<
  ProfileInput,
  'income' | 'showsIncome' | 'house' | 'showsHouse' | 'children' | 'showsChildren'
>

/** The three sealed parts of a profile, opened. */
export interface OpenedProfile {
  card: SealedCard
  hidden: SealedHidden
  limits: PartnerLimits
}

/** Where the key of the profile's owner stands: in `person_keys`. */
export interface KeyOfOwner {
  wrappedKey: Buffer | null
  masterKeyId: number | null
}

/** The three sealed parts as they are stored. */
export interface ProfileCiphers {
  cardCipher: Buffer
  hiddenCipher: Buffer | null
  limitsCipher: Buffer
}

const nothingHidden: SealedHidden = {
  income: null,
  showsIncome: false,
  house: null,
  showsHouse: false,
  children: null,
  showsChildren: false,
}

/** Seals what somebody wrote about themselves under their own key: whoever erases the person erases it too. */
export function sealProfile(key: Buffer, input: ProfileInput): ProfileCiphers {
  const card: SealedCard = {
    nickname: input.nickname,
    trade: input.trade,
    heightCm: input.heightCm,
    educationLevel: input.educationLevel,
    hobbies: input.hobbies,
    hopes: input.hopes,
    photoFor: input.photoFor,
  }
  const hidden: SealedHidden = {
    income: input.income,
    showsIncome: input.showsIncome,
    house: input.house,
    showsHouse: input.showsHouse,
    children: input.children,
    showsChildren: input.showsChildren,
  }
  const of = (value: object) => sealText(key, JSON.stringify(value))
  return { cardCipher: of(card), hiddenCipher: of(hidden), limitsCipher: of(input.limits) }
}

/** Opens a profile; null once its owner's key is destroyed. */
export function openProfile(tx: Pick<Tx, 'keys'>, row: KeyOfOwner & ProfileCiphers): OpenedProfile | null {
  if (row.wrappedKey === null || row.masterKeyId === null) return null
  const key = unwrapKey(tx.keys, row.wrappedKey, row.masterKeyId)
  const open = (sealed: Buffer) => JSON.parse(openText(key, sealed)) as unknown
  return {
    card: open(row.cardCipher) as SealedCard,
    hidden: row.hiddenCipher === null ? nothingHidden : (open(row.hiddenCipher) as SealedHidden),
    limits: open(row.limitsCipher) as PartnerLimits,
  }
}

/** What an introduction shows: the hidden fields only where their owner switched them on. */
export function cardOf(
  { card, hidden }: OpenedProfile,
  place: { ageBand: string; districtCode: string },
): ProfileCard {
  return {
    ...place,
    trade: card.trade,
    heightCm: card.heightCm,
    educationLevel: card.educationLevel,
    hobbies: card.hobbies,
    hopes: card.hopes,
    income: hidden.showsIncome ? hidden.income : null,
    house: hidden.showsHouse ? hidden.house : null,
    children: hidden.showsChildren ? hidden.children : null,
  }
}
