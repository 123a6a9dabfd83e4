import type { RosterImport } from '#contract/roster.ts'
import { Alert, Button, Drawer, Select } from 'antd'
import { useId, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../end-texts.ts'
import { fieldChoices } from '../words.ts'

const ignored = ''

/** Says which column of the sheet is which; judging the file again remembers it for the next file of this kind. */
export function ColumnChoice({ imported, onClose }: { imported: RosterImport; onClose: () => void }) {
  const [chosen, choose] = useState<Readonly<Record<string, string>>>({})
  const whyId = useId()
  const remap = useAct('remapRosterImport', { invalidates: ['getRosterImport', 'listRosterImportRows'] })
  const columns = Object.entries(chosen).map(([key, field]) => ({
    key,
    field: field === ignored ? null : field,
  }))
  const judgeAgain = () => remap.mutate({ importId: imported.id, columns }, { onSuccess: onClose })
  return (
    <Drawer
      open
      size={560}
      title={t('columnsOfFile')}
      closable={{ closeIcon: <Icon name="close" /> }}
      onClose={onClose}
      footer={
        <div className="panel-actions column-choice-foot">
          {columns.length === 0 && (
            <span id={whyId} className="quiet">
              {t('columnsSame')}
            </span>
          )}
          <Button
            type="primary"
            disabled={columns.length === 0}
            aria-describedby={columns.length === 0 ? whyId : undefined}
            loading={remap.isPending}
            onClick={judgeAgain}
          >
            {t('judgeAgain')}
          </Button>
        </div>
      }
    >
      <div className="column-choice">
        {remap.error && (
          <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(remap.error)} />
        )}
        <p>{t('columnsHint')}</p>
        <p className="quiet">{t('mendedAgain')}</p>
        {imported.sheets
          .filter((sheet) => sheet.columns.length > 0)
          .map((sheet) => (
            <section key={sheet.name}>
              <h2>{t('sheet', { name: sheet.name })}</h2>
              <Columns
                kind={imported.kind}
                columns={sheet.columns}
                chosen={chosen}
                onChoose={(key, field) => choose({ ...chosen, [key]: field })}
              />
            </section>
          ))}
      </div>
    </Drawer>
  )
}

interface ColumnsProps {
  kind: RosterImport['kind']
  columns: RosterImport['sheets'][number]['columns']
  chosen: Readonly<Record<string, string>>
  onChoose: (key: string, field: string) => void
}

function Columns({ kind, columns, chosen, onChoose }: ColumnsProps) {
  const options = [{ value: ignored, label: t('ignored') }, ...fieldChoices(kind)]
  return (
    <ul>
      {columns.map((column) => {
        const field = chosen[column.key] ?? column.field ?? ignored
        return (
          <li key={column.column} className={field === ignored ? 'column-ignored' : ''}>
            <span>{column.header}</span>
            <Icon name="next" size={14} />
            <Select
              aria-label={t('columnFor', { header: column.header })}
              value={field}
              onChange={(next) => onChoose(column.key, next)}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </li>
        )
      })}
    </ul>
  )
}
