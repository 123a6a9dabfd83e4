import type { Admission, EventQuota } from '#contract/events-admission.ts'
import type { Input } from '../../../../kit/call.ts'

/** Limits as the form holds them: a number for each usual quota, empty for none; quotas of other sorts pass through. */
export interface LimitsValues {
  capacity: number
  offerMinutes: number | null
  ratioMale: number | null
  ratioFemale: number | null
  tolerance: number | null
  releaseAt: string | null
  [quota: `quota.${string}`]: number | null
}

/** The quotas the form has a field for, by what it is called there. */
export function usualQuotas(ageBands: readonly string[]): Omit<EventQuota, 'places'>[] {
  return [
    { kind: 'cap', dimension: 'sex', value: 'male' },
    { kind: 'cap', dimension: 'sex', value: 'female' },
    { kind: 'cap', dimension: 'unit', value: 'each' },
    { kind: 'reserve', dimension: 'first_timer', value: 'yes' },
    // Nobody below the first bound comes to anything: there is no field for them.
    ...ageBands.slice(1).map((value) => ({ kind: 'cap', dimension: 'age_band', value }) as const),
  ]
}

/** The name of a quota's field. */
export function fieldOf({ kind, dimension, value }: Omit<EventQuota, 'places'>): `quota.${string}` {
  return `quota.${kind} ${dimension} ${value}`
}

/** What stands in the form at first. */
export function valuesOf(admission: Admission): LimitsValues {
  const { capacity, offerMinutes, balance, releaseAt, quotas } = admission
  return {
    capacity,
    offerMinutes,
    ratioMale: balance?.male ?? null,
    ratioFemale: balance?.female ?? null,
    tolerance: balance?.tolerance ?? null,
    releaseAt,
    ...Object.fromEntries(quotas.map((quota) => [fieldOf(quota), quota.places])),
  }
}

/** The limits as the server takes them. A ratio with a part missing is 1. */
export function limitsOf(values: LimitsValues, admission: Admission): Input<'setAdmission'> {
  const usual = usualQuotas(admission.ageBands)
  const others = admission.quotas.filter((quota) => !usual.some((each) => fieldOf(each) === fieldOf(quota)))
  const set = usual.flatMap((quota) => {
    const places = values[fieldOf(quota)] ?? null
    return places === null ? [] : [{ ...quota, places }]
  })
  const { tolerance, ratioMale, ratioFemale } = values
  return {
    eventId: admission.eventId,
    capacity: values.capacity,
    offerMinutes: values.offerMinutes ?? null,
    quotas: [...set, ...others],
    balance:
      tolerance === null || tolerance === undefined
        ? null
        : { male: ratioMale ?? 1, female: ratioFemale ?? 1, tolerance },
    releaseAt: values.releaseAt ?? null,
  }
}
