import type { SignInPreset, SignInRules } from '#contract/sign-in.ts'
import { Alert, App, Button, Input, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Page } from '../../../kit/page.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { presetName, ruleLines } from '../sign-in-rule-words.ts'
import { t } from '../sign-in-rules-texts.ts'

/** The security administrator chooses which sign-in rules the tenant uses. */
export default function SignInRulesPage() {
  const rules = useRead('getSignInRules')
  return (
    <Page title={t('title')} note={t('note')}>
      <div className="sign-in-rules">
        {rules.isPending && <Skeleton active title={false} />}
        {rules.error && (
          <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(rules.error)} />
        )}
        {rules.data && <Rules rules={rules.data} />}
      </div>
    </Page>
  )
}

function Rules({ rules }: { rules: Output<'getSignInRules'> }) {
  return (
    <>
      <Comparison presets={rules.presets} inUse={rules.inUse} />
      <Choice inUse={rules.inUse} />
      <h2 className="section-title">{t('history')}</h2>
      {rules.choices.length === 0 && <p className="quiet">{t('noHistory')}</p>}
      <ul className="account-list">
        {rules.choices.map((choice) => (
          <li key={choice.id}>
            {formatInstant(choice.chosenAt)} · {choice.chosenBy ?? t('machine')} · {presetName(choice.preset)}
            {choice.documentNo && ` · ${choice.documentNo}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Comparison({ presets, inUse }: { presets: readonly SignInRules[]; inUse: SignInPreset }) {
  const columns = presets.map(ruleLines)
  return (
    <div className="wide-table" role="region" aria-label={t('rule')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rule')}</th>
            {presets.map(({ preset, source }) => (
              <th scope="col" key={preset}>
                {presetName(preset)}
                {preset === inUse && <span className="account-this">{t('inUse')}</span>}
                <p className="quiet">{source}</p>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns[0]?.map(([label], row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((lines, column) => (
                <td key={presets[column]?.preset}>{lines[row]?.[1]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Choice({ inUse }: { inUse: SignInPreset }) {
  const [preset, setPreset] = useState(inUse)
  const [documentNo, setDocumentNo] = useState('')
  const confirm = useConfirm()
  const { message } = App.useApp()
  const choose = useAct('chooseSignInRules', { invalidates: ['getSignInRules'] })

  async function submit() {
    const sure = await confirm({
      title: t('sure', { preset: presetName(preset) }),
      body: t('sureBody'),
      verb: t('choose'),
    })
    if (!sure) return
    choose.mutate(
      { preset, documentNo: documentNo.trim() || null },
      {
        onSuccess: () => void message.success(t('chosen')),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  }

  return (
    <section className="account-part" aria-label={t('change')}>
      <h2>{t('change')}</h2>
      <Radio.Group
        value={preset}
        onChange={(event) => setPreset(event.target.value as SignInPreset)}
        options={(['asvs', 'dengbao'] as const).map((value) => ({ value, label: presetName(value) }))}
      />
      <div className="account-add">
        <label htmlFor="document-no">{t('documentNo')}</label>
        <Input
          id="document-no"
          maxLength={100}
          value={documentNo}
          onChange={(event) => setDocumentNo(event.target.value)}
        />
        <div>
          <Button
            type="primary"
            disabled={preset === inUse}
            loading={choose.isPending}
            onClick={() => void submit()}
          >
            {t('choose')}
          </Button>
        </div>
        {preset === inUse && <p className="quiet">{t('already')}</p>}
      </div>
    </section>
  )
}
