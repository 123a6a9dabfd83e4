import { Alert, Button, Input } from 'antd'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { Page } from '../../../kit/page.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** Sets up the second step of signing in: scan, enter the first code, done. */
export default function TwoStepPage() {
  const { totpEnrolled, secondFactorDue } = useMe()
  const start = useAct('startTotpEnrolment', { invalidates: [] })
  if (totpEnrolled) {
    return (
      <Page title={t('twoStep')}>
        <Alert
          type="success"
          showIcon
          icon={<Icon name="check" />}
          title={t('twoStepOn')}
          description={t('twoStepOnHint')}
        />
      </Page>
    )
  }
  return (
    <Page title={t('twoStep')}>
      <div className="narrow">
        <p>{t('twoStepWhy')}</p>
        {secondFactorDue && (
          <Alert type="warning" showIcon icon={<Icon name="warn" />} title={t('twoStepMust')} />
        )}
        {start.error && (
          <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(start.error)} />
        )}
        {start.data ? (
          <ScanAndConfirm enrolment={start.data} />
        ) : (
          <>
            <Button type="primary" loading={start.isPending} onClick={() => start.mutate({})}>
              {t('begin')}
            </Button>
            <p>
              <Link to="/account">{t('orPasskey')}</Link>
            </p>
          </>
        )}
      </div>
    </Page>
  )
}

function ScanAndConfirm({ enrolment }: { enrolment: Output<'startTotpEnrolment'> }) {
  const [code, setCode] = useState('')
  const [lacking, setLacking] = useState(false)
  const confirm = useAct('confirmTotpEnrolment', { invalidates: ['getMe'] })
  const problem = lacking ? t('codeNeeded') : confirm.error && errorSentence(confirm.error)
  return (
    <form
      className="two-step"
      onSubmit={(event) => {
        event.preventDefault()
        setLacking(!/^\d{6}$/.test(code))
        if (/^\d{6}$/.test(code)) confirm.mutate({ code })
      }}
    >
      <h2 className="section-title">{t('step1')}</h2>
      <p>{t('step1Hint')}</p>
      <img className="two-step-qr" src={pictureOf(enrolment.qrSvg)} alt={t('qr')} width={200} height={200} />
      <p className="two-step-secret">
        {t('secret')}
        <code>{enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
      <h2 className="section-title">{t('step2')}</h2>
      <label htmlFor="code">{t('code')}</label>
      <Input
        id="code"
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        status={problem ? 'error' : ''}
        aria-invalid={Boolean(problem)}
        aria-describedby="code-problem"
        onChange={(event) => setCode(event.target.value.trim())}
      />
      <p id="code-problem" className="problem" role="alert">
        {problem}
      </p>
      <Button type="primary" htmlType="submit" loading={confirm.isPending}>
        {t('finish')}
      </Button>
    </form>
  )
}

// As a picture the drawing cannot run script, whatever it contains.
function pictureOf(svg: string): string {
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`
}
