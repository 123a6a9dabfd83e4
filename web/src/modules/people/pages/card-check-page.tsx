import '../people.css'
import '../member-file.css'
import { Button, Form, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct } from '../../../kit/query.ts'
import type { Output } from '../../../kit/call.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { membershipKindName } from '../words.ts'

type Checked = Output<'verifyCard'>

/** Whether the card somebody shows is genuine now. A scanner types the code and Enter; the field is ready for the next one. */
export default function CardCheckPage() {
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState<Checked>()
  const input = useRef<InputRef>(null)
  const verify = useAct('verifyCard', { invalidates: [] })
  function check() {
    if (code.trim() === '') return
    verify.mutate(
      { code: code.trim() },
      { onSuccess: setChecked, onSettled: () => input.current?.focus({ cursor: 'all' }) },
    )
  }
  return (
    <Page title={t('cardCheck')} note={t('cardNote')}>
      <div className="narrow">
        <Form layout="vertical" className="card-check" onFinish={check}>
          <Form.Item label={t('code')} htmlFor="card-code">
            <Input
              id="card-code"
              ref={input}
              size="large"
              autoFocus
              autoComplete="off"
              maxLength={200}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" loading={verify.isPending}>
            {t('check')}
          </Button>
        </Form>
        <div role="status" aria-live="assertive">
          {verify.error && <p className="problem">{errorSentence(verify.error)}</p>}
          {checked && !verify.error && <Answer checked={checked} />}
        </div>
      </div>
    </Page>
  )
}

function Answer({ checked }: { checked: Checked }) {
  return (
    <section className={checked.valid ? 'panel card-good' : 'panel card-bad'}>
      <p className="card-verdict">
        <Icon name={checked.valid ? 'check' : 'warn'} size={28} />
        <strong>{checked.valid ? t('genuine') : t('notGenuine')}</strong>
      </p>
      {checked.valid ? (
        <Facts
          facts={[
            [t('name'), checked.name],
            [t('union'), checked.unionName],
            [t('kind'), checked.kind && membershipKindName(checked.kind)],
          ]}
        />
      ) : (
        <p>{reasonWords(checked.reason)}</p>
      )}
    </section>
  )
}

function reasonWords(reason: Checked['reason']): string {
  if (reason === 'expired') return t('expired')
  return reason === 'not_member' ? t('notMember') : t('unreadable')
}
