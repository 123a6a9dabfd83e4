import { language } from '../../i18n/language.ts'
import { useRead } from '../../kit/query.ts'

/** Names of districts by code; the code itself where rule data has no name. */
export function useDistricts(): { name: (code: string | null) => string; codes: readonly string[] } {
  const { data } = useRead('listDistricts')
  const items = data?.items ?? []
  return {
    codes: items.map((item) => item.code),
    name: (code) => (code === null ? '' : (items.find((item) => item.code === code)?.[language()] ?? code)),
  }
}
