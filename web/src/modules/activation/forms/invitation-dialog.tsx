import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ActivationWays, OfficerAccess } from '#contract/activation.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Qr } from '../../../ui/qr.tsx'
import { t } from '../texts.ts'

interface Values {
  channel: 'sms' | 'mail' | 'print'
  mail?: string
}

interface Props {
  officer: OfficerAccess
  onClose: () => void
}

/** How the invitation reaches the officer; a printed one is shown once, to be scanned or copied. */
export function InvitationDialog({ officer, onClose }: Props) {
  const ways = useRead('getActivationWays')
  const { message } = App.useApp()
  const [token, setToken] = useState<string>()
  return (
    <Modal
      open
      title={token ? t('linkTitle') : t('inviteTitle', { name: officer.name })}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      width={520}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('done') }}
    >
      {token && <PrintedLink token={token} name={officer.name} ways={ways.data} onClose={onClose} />}
      {!token && (
        <FormShell
          operation="inviteOfficer"
          invalidates={['listOfficerAccess']}
          initial={{ channel: 'print' }}
          toInput={({ channel, mail }: Values) => ({
            appointmentId: officer.appointmentId,
            channel,
            ...(channel === 'mail' && mail ? { mail: mail.trim() } : {}),
          })}
          onDone={(answer) => {
            if (answer.token) return setToken(answer.token)
            void message.success(t('sent'))
            onClose()
          }}
          submit={t('send')}
          onCancel={onClose}
        >
          <p className="quiet">{t('inviteHint')}</p>
          <Channels officer={officer} ways={ways.data} />
        </FormShell>
      )}
    </Modal>
  )
}

function Channels({ officer, ways }: { officer: OfficerAccess; ways: ActivationWays | undefined }) {
  const channel = Form.useWatch<Values['channel'] | undefined>('channel')
  const linked = ways?.demo === true || (ways?.publicUrl ?? null) !== null
  const noSms = !linked ? t('noAddress') : !ways?.code ? t('noSms') : officer.hasMobile ? '' : t('noMobile')
  const noMail = !linked ? t('noAddress') : ways?.mail ? '' : t('noMail')
  const because = (why: string) => (why === '' ? '' : `（${why}）`)
  return (
    <>
      <FormField name="channel" label={t('channel')} need="required">
        <Radio.Group
          className="channels"
          options={[
            { value: 'print', label: t('byPrint') },
            { value: 'sms', label: t('bySms') + because(noSms), disabled: noSms !== '' },
            { value: 'mail', label: t('byMail') + because(noMail), disabled: noMail !== '' },
          ]}
        />
      </FormField>
      {channel === 'mail' && (
        <FormField
          name="mail"
          label={t('mailAddress')}
          need="required"
          rules={[{ type: 'email', message: t('mailWrong') }]}
        >
          <Input type="email" autoComplete="off" maxLength={200} />
        </FormField>
      )}
    </>
  )
}

interface LinkProps {
  token: string
  name: string
  ways: ActivationWays | undefined
  onClose: () => void
}

function PrintedLink({ token, name, ways, onClose }: LinkProps) {
  const link = `${ways?.publicUrl ?? location.origin}/activate#invitation=${token}`
  return (
    <div className="invitation-link">
      <p>{t('linkHint', { name })}</p>
      <Qr text={link} label={t('linkQr')} />
      <code>{link}</code>
      <div className="panel-actions">
        <Button onClick={() => print()}>{t('print')}</Button>
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
