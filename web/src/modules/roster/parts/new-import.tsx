import '../roster.css'
import type { ImportMode } from '#contract/roster.ts'
import { useNavigate } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { FileDrop } from '../../../kit/form/file-drop.tsx'
import { useMay, useMe } from '../../../kit/me.ts'
import { t } from '../texts.ts'
import { UnionChoice } from './union-choice.tsx'

type Kind = 'roster' | 'organisations'

/** Takes a file in: two answers are given already, so most officers only drop it. Then the page of the import opens. */
export function NewImport() {
  const [kind, setKind] = useState<Kind>('roster')
  const [mode, setMode] = useState<ImportMode>('delta')
  const [unionId, setUnionId] = useState<string>()
  const navigate = useNavigate()
  const { actingAs } = useMe()
  const registers = useMay('organisations.import')
  const unionField = useId()
  const full = kind === 'roster' && mode === 'full'
  const organisationId = full ? unionId : actingAs?.organisationId
  return (
    <section className="panel new-import" aria-label={t('newImport')}>
      <div className="new-import-choices">
        {registers && (
          <Choice
            title={t('kind')}
            value={kind}
            onChange={setKind}
            options={[
              ['roster', t('kindRoster')],
              ['organisations', t('kindOrganisations')],
            ]}
          />
        )}
        {kind === 'roster' && (
          <Choice
            title={t('mode')}
            value={mode}
            onChange={setMode}
            options={[
              ['delta', t('delta')],
              ['full', t('full')],
            ]}
            hint={mode === 'delta' ? t('deltaHint') : t('fullHint')}
          />
        )}
        {full && (
          <div className="choice">
            <label htmlFor={unionField}>{t('union')}</label>
            <UnionChoice id={unionField} value={unionId} onChange={setUnionId} />
          </div>
        )}
        {!full && actingAs && <Into name={actingAs.organisationName} />}
      </div>
      <FileDrop
        operation={kind === 'roster' ? 'createRosterImport' : 'createOrganisationImport'}
        input={{ organisationId: organisationId ?? '', mode: full ? 'full' : 'delta' }}
        accept=".xlsx,.csv"
        hint={t('fileHint')}
        why={organisationId ? undefined : t('chooseUnion')}
        onDone={({ importId }) => void navigate({ to: '/imports/$importId', params: { importId } } as never)}
      />
    </section>
  )
}

interface ChoiceProps<Value extends string> {
  title: string
  value: Value
  onChange: (value: Value) => void
  options: readonly (readonly [Value, string])[]
  hint?: ReactNode
}

function Choice<Value extends string>({ title, value, onChange, options, hint }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="choice">
      <span id={id}>{title}</span>
      <Radio.Group
        aria-labelledby={id}
        optionType="button"
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        options={options.map(([each, label]) => ({ value: each, label }))}
      />
      {hint && <p className="quiet">{hint}</p>}
    </div>
  )
}

function Into({ name }: { name: string }) {
  return (
    <div className="choice">
      <span>{t('into')}</span>
      <strong>{name}</strong>
    </div>
  )
}
