import '../access.css'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { permissionWords } from '../permission-words.ts'
import { t } from '../texts.ts'

interface Values {
  name: string
  permissions: string[]
  endsBefore: string
}

/** 生成令牌: what the program may do and until when; then the token itself, once. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const [token, setToken] = useState<string>()
  if (token !== undefined) return <TokenOnce token={token} onClose={onClose} />
  return (
    <FormDialog title={t('newToken')} words={t('tokensHint')} onClose={onClose}>
      <FormShell<'createToken', Values>
        operation="createToken"
        invalidates={['listTokens']}
        initial={{}}
        toInput={({ endsBefore, ...values }) => ({ ...values, endsBefore: dayAfter(endsBefore) })}
        submit={t('make')}
        onDone={(made) => setToken(made.token)}
        onCancel={onClose}
      >
        <FormField name="name" label={t('tokenName')} need="required" hint={t('tokenNameHint')}>
          <Input maxLength={60} />
        </FormField>
        <PermissionBoxes />
        <FormField name="endsBefore" label={t('tokenUntil')} need="required" hint={t('tokenUntilHint')}>
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}

function PermissionBoxes() {
  const powers = useRead('listOwnPowers')
  const chosen = Form.useWatch<string[] | undefined>('permissions') ?? []
  const options = [
    ...new Set(
      (powers.data?.items ?? []).filter((power) => power.canTokenise).map((power) => power.permission),
    ),
  ].map((permission) => ({ value: permission, label: permissionWords(permission) }))
  return (
    <FormField
      name="permissions"
      label={t('permissions')}
      need="required"
      {...(chosen.includes('people.reveal') ? { hint: t('tokenReveal') } : {})}
    >
      <Select mode="multiple" options={options} optionFilterProp="label" />
    </FormField>
  )
}

function TokenOnce({ token, onClose }: { token: string; onClose: () => void }) {
  const { message } = App.useApp()
  const copy = () => void navigator.clipboard.writeText(token).then(() => void message.success(t('copied')))
  return (
    <FormDialog title={t('tokenMade')} words={t('tokenMadeWords')} onClose={onClose}>
      <p className="token-once">{token}</p>
      <div className="form-actions">
        <Button type="primary" onClick={copy}>
          {t('copy')}
        </Button>
        <Button onClick={onClose}>{t('closeDialog')}</Button>
      </div>
    </FormDialog>
  )
}
