import type { EntryFilter } from '#contract/audit.ts'
import { Form, Radio } from 'antd'
import { useSearchText } from '../../../kit/params.ts'
import { PurposedDownload, type Wish } from '../../../kit/purposed-download.tsx'
import { language } from '../../../i18n/language.ts'
import { t } from '../texts.ts'

interface EntriesWish extends Wish {
  format: 'xlsx' | 'csv'
}

/** Takes the entries that the filters find out as a file, after asking what for. */
export function ExportButton() {
  const filter = useEntryFilter()
  return (
    <PurposedDownload<'exportAuditEntries', EntriesWish>
      operation="exportAuditEntries"
      label={t('export')}
      dialog={{
        title: () => t('exportTitle'),
        body: t('exportBody'),
        hint: t('purposeHint'),
        verb: t('exportVerb'),
        fields: <FormatChoice />,
        initial: { format: 'xlsx' },
      }}
      toInput={(wish) => ({ filter, language: language(), ...wish })}
    />
  )
}

function FormatChoice() {
  return (
    <Form.Item name="format" label={t('format')} rules={[{ required: true }]}>
      <Radio.Group
        options={[
          { value: 'xlsx', label: t('workbook') },
          { value: 'csv', label: t('csv') },
        ]}
      />
    </Form.Item>
  )
}

/** The filters of the address in the contract's types. */
function useEntryFilter(): EntryFilter {
  const { includeSubtree, ...search } = useSearchText()
  const names = ['action', 'q', 'actor', 'post', 'subjectId', 'organisation', 'from', 'to'] as const
  const texts = names.flatMap((name) => (search[name] ? [[name, search[name]]] : []))
  return {
    ...(Object.fromEntries(texts) as EntryFilter),
    ...(includeSubtree === 'true' ? { includeSubtree: true } : {}),
  }
}
