import { reason, type Reason } from '../rules/reasons.ts'
import { REASON_TEXTS, type ReasonKey } from '../rules/reason-texts.ts'

/** Reasons that other rows of the file give, as they are kept: key and column. */
export function knownReasons(known: readonly string[]): Reason[] {
  return known.flatMap((entry) => {
    const [key, field] = entry.split(' ') as [string, string?]
    return Object.hasOwn(REASON_TEXTS, key) ? [reason(key as ReasonKey, field ?? null)] : []
  })
}

/** The number is known, the name is not: the policy's X20, said of the register instead of the file. */
export const otherNameText = {
  code: 'X20',
  field: 'full_name',
  zh: '系统中已有同一身份证号的人，姓名不同，请核对后确认是否改名',
  en: 'Somebody with the same ID number is on record under another name: check, then confirm the new name',
}
