import { language } from '../../../i18n/language.ts'
import type { InputArgument } from '../../../kit/call.ts'
import { PurposedDownload } from '../../../kit/purposed-download.tsx'
import { t } from '../texts.ts'

type Download = 'downloadMeasure' | 'downloadMeasureRows'

interface FigureExportProps<Id extends Download> {
  operation: Id
  /** The question on the screen. */
  asked: Omit<NonNullable<InputArgument<Id>[0]>, 'purpose' | 'language'>
  label: string
  off?: string | null
}

/** A workbook of what is on the screen; asks first what it is for. */
export function FigureExport<Id extends Download>({
  operation,
  asked,
  label,
  off = null,
}: FigureExportProps<Id>) {
  return (
    <PurposedDownload
      operation={operation}
      label={label}
      off={off}
      dialog={{ title: () => label, hint: t('purposeHint'), verb: t('download') }}
      toInput={({ purpose }) =>
        ({ ...asked, purpose, language: language() }) as unknown as InputArgument<Id>[0]
      }
    />
  )
}
