import type { Finding, FindingCode } from '#contract/reports-seals.ts'

const harmless: readonly FindingCode[] = ['definition_changed', 'row_erased', 'measure_gone']

/** A finding about a whole report, a figure or a row of it; what explains itself is not grave. */
export function finding(code: FindingCode, about: Partial<Omit<Finding, 'code' | 'grave'>> = {}): Finding {
  return {
    code,
    grave: !harmless.includes(code),
    figure: null,
    measure: null,
    part: null,
    rowId: null,
    sealed: null,
    found: null,
    ...about,
  }
}
