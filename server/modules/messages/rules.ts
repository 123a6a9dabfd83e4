/** How one-time codes are kept from being guessed and numbers from being flooded. Numbers of trust T25 and ASVS 6.5: settings of policy, not law. */
export interface CodePolicy {
  digits: number
  tries: number
  minutes: number
  perNumberAndDay: number
  perAddressAndDay: number
  perOrganisationAndDay: number
}

/**
 * Six digits, five tries, ten minutes, five codes for each number and day. An address may be a factory of 2,000 phones, so its cap is
 * wide; that of an organisation (the tenant) bounds what a flood could cost.
 */
export const codePolicy: CodePolicy = {
  digits: 6,
  tries: 5,
  minutes: 10,
  perNumberAndDay: 5,
  perAddressAndDay: 6000,
  perOrganisationAndDay: 20_000,
}

/** The chance that somebody who may try everything the policy lets pass guesses one code of a number within a day. */
export function chanceOfGuessing(policy: CodePolicy): number {
  const perCode = policy.tries / 10 ** policy.digits
  return 1 - (1 - perCode) ** policy.perNumberAndDay
}

/** Hours after which the text of a message is erased, delivered or not. */
export const textHours = 24
