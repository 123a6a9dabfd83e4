import { importFields } from '#contract/import-fields.ts'
import type { RosterImport } from '#contract/roster.ts'
import { Alert, Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { fieldLabel } from '../words.ts'
import { t } from '../texts.ts'

const nothing = ''

/** Which column is which: as it was recognised, to be put right where it was not. Remembered for this sender. */
export function ColumnsEditor({ imported, onClose }: { imported: RosterImport; onClose: () => void }) {
  const [chosen, choose] = useState<Record<string, string>>({})
  const remap = useAct('remapRosterImport', { invalidates: ['getRosterImport', 'listRosterImportRows'] })
  const columns = Object.entries(chosen).map(([key, field]) => ({
    key,
    field: field === nothing ? null : field,
  }))
  const send = () => remap.mutate({ importId: imported.id, columns }, { onSuccess: onClose })
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={t('columnsTitle')}
      closable={{ closeIcon: <Icon name="close" /> }}
      footer={
        <div className="panel-actions">
          <Button type="primary" disabled={columns.length === 0} loading={remap.isPending} onClick={send}>
            {t('columnsSave')}
          </Button>
        </div>
      }
    >
      <p className="page-note">{t('columnsHint')}</p>
      {remap.error && <Alert type="error" showIcon title={errorSentence(remap.error)} />}
      {imported.sheets
        .filter((sheet) => sheet.columns.length > 0)
        .map((sheet) => (
          <section key={sheet.name}>
            <h3 className="section-title">{t('sheet', { name: sheet.name })}</h3>
            <dl className="facts">
              {sheet.columns.map((column) => (
                <div key={column.column}>
                  <dt>{column.header}</dt>
                  <dd>
                    <Select
                      aria-label={column.header}
                      className="columns-field"
                      value={chosen[column.key] ?? column.field ?? nothing}
                      onChange={(field) => choose({ ...chosen, [column.key]: field })}
                      options={fieldOptions()}
                      showSearch={{ optionFilterProp: 'label' }}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </Drawer>
  )
}

function fieldOptions(): { value: string; label: string }[] {
  return [
    { value: nothing, label: t('columnsNone') },
    ...Object.keys(importFields).map((field) => ({ value: field, label: fieldLabel(field) })),
  ]
}
