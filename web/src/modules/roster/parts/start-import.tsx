import { Radio, Select } from 'antd'
import { useState } from 'react'
import { FileDrop } from '../../../kit/form/file-drop.tsx'
import { useMay, useMe } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { t } from '../texts.ts'

type Kind = 'roster' | 'organisations'
type Mode = 'delta' | 'full'

/** Drop a file and it is checked. What it is and for whom has an answer already; both can be changed. */
export function StartImport({ onStarted }: { onStarted: (importId: string) => void }) {
  const me = useMe()
  const mayOrganisations = useMay('organisations.import')
  const [kind, setKind] = useState<Kind>('roster')
  const [mode, setMode] = useState<Mode>('delta')
  const [organisationId, setOrganisation] = useState(me.actingAs?.organisationId ?? '')
  return (
    <section className="panel start-import" aria-label={t('start')}>
      <div className="start-import-choices">
        {mayOrganisations && (
          <Choice label={t('what')} value={kind} onChange={setKind} values={['roster', 'organisations']} />
        )}
        {kind === 'roster' && (
          <Choice label={t('mode')} value={mode} onChange={setMode} values={['delta', 'full']} />
        )}
        <UnitChoice value={organisationId} onChange={setOrganisation} />
      </div>
      {kind === 'roster' && mode === 'full' && <p className="page-note">{t('fullHint')}</p>}
      <FileDrop
        operation={kind === 'roster' ? 'createRosterImport' : 'createOrganisationImport'}
        input={{ organisationId, mode: kind === 'roster' ? mode : 'delta' }}
        accept=".xlsx,.csv"
        hint={t('dropHint')}
        onDone={(job) => onStarted(job.importId)}
      />
    </section>
  )
}

function choiceLabel(value: Kind | Mode): string {
  return { roster: t('roster'), organisations: t('organisations'), delta: t('delta'), full: t('full') }[value]
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  values: readonly Value[]
  onChange: (value: Value) => void
}

function Choice<Value extends Kind | Mode>({ label, value, values, onChange }: ChoiceProps<Value>) {
  return (
    <div className="start-import-choice">
      <span>{label}</span>
      <Radio.Group
        aria-label={label}
        value={value}
        optionType="button"
        options={values.map((each) => ({ value: each, label: choiceLabel(each) }))}
        onChange={(event) => onChange(event.target.value as Value)}
      />
    </div>
  )
}

/** One’s own organisation, or another within reach, found by name. */
function UnitChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const own = useMe().actingAs
  const [q, setQ] = useState('')
  const found = useReadWhen(q.trim() !== '', 'listOrganisations', { q: q.trim(), limit: 20 })
  const mine = own ? [{ value: own.organisationId, label: own.organisationName }] : []
  const others = (found.data?.items ?? [])
    .filter((each) => each.kind !== 'employer' && each.id !== own?.organisationId)
    .map((each) => ({ value: each.id, label: each.name }))
  return (
    <div className="start-import-choice">
      <span>{t('forUnit')}</span>
      <Select
        aria-label={t('forUnit')}
        value={value}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={[...mine, ...others]}
        onChange={onChange}
        popupMatchSelectWidth={false}
        className="start-import-unit"
      />
    </div>
  )
}
