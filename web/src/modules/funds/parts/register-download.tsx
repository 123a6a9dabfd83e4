import { language } from '../../../i18n/language.ts'
import type { InputArgument, OperationId } from '../../../kit/call.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { t } from '../texts.ts'

/** Takes the register of a list away as a workbook: with the filters of the address, and in its order. */
export function RegisterDownload<Id extends OperationId>({
  operation,
  filters,
}: {
  operation: Id
  filters: readonly string[]
}) {
  const asked = useRegisterAsked(filters)
  return (
    <DownloadButton
      operation={operation}
      label={t('download')}
      input={() => Promise.resolve({ ...asked, language: language() } as InputArgument<Id>[0])}
    />
  )
}

/** What the address asks of a register: these filters and the order; a year as the number that it is. */
function useRegisterAsked(filters: readonly string[]): Record<string, string | number> {
  const search = useSearchText()
  const asked: Record<string, string | number> = {}
  for (const name of [...filters, 'sort']) {
    const value = search[name]
    if (value) asked[name] = name === 'year' ? Number(value) : value
  }
  return asked
}
