import { Link } from '@tanstack/react-router'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../account/texts.ts'
import { PasswordNotGiven } from '../password-again.ts'
import { useFreshFactors } from './fresh-factors.ts'
import { PasskeyList } from './passkey-list.tsx'

/** Runs a change of sign-in itself, and asks for the password where that is needed. */
export type Run = <T>(work: () => Promise<T>) => Promise<T>

/** The second factor: authenticator, passkeys, recovery codes. */
export function SecondFactorPart({ run }: { run: Run }) {
  const own = useRead('getOwnSignIn')
  const passkeys = useRead('listOwnPasskeys')
  const hasFactor = Boolean(own.data?.totpEnrolled) || (passkeys.data?.items.length ?? 0) > 0
  return (
    <section className="account-part" aria-label={t('secondFactor')}>
      <h2>{t('secondFactor')}</h2>
      <p className="quiet">{t('secondFactorHint')}</p>
      <PasskeyList run={run} />
      <Authenticator run={run} enrolled={own.data?.totpEnrolled ?? false} />
      <RecoveryCodes run={run} left={own.data?.recoveryCodesLeft ?? 0} hasFactor={hasFactor} />
    </section>
  )
}

function Authenticator({ run, enrolled }: { run: Run; enrolled: boolean }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const refresh = useFreshFactors()

  async function remove() {
    const sure = await confirm({
      title: t('removeTotpAsk'),
      body: t('removeTotpBody'),
      verb: t('remove'),
    })
    if (!sure) return
    await run(() => call('removeTotp')).then(refresh, (error: unknown) => {
      if (!(error instanceof PasswordNotGiven)) void message.error(errorSentence(error))
    })
  }

  return (
    <div className="account-line">
      <div>
        <h3>{t('authenticator')}</h3>
        <p className="quiet">{enrolled ? t('on') : t('off')}</p>
      </div>
      {enrolled ? (
        <Button onClick={() => void remove()} aria-label={`${t('remove')} ${t('authenticator')}`}>
          {t('remove')}
        </Button>
      ) : (
        <Link to="/two-step">
          <Button aria-label={`${t('setUp')} ${t('authenticator')}`}>{t('setUp')}</Button>
        </Link>
      )}
    </div>
  )
}

function RecoveryCodes({ run, left, hasFactor }: { run: Run; left: number; hasFactor: boolean }) {
  const [codes, setCodes] = useState<readonly string[]>([])
  const { message } = App.useApp()
  const refresh = useFreshFactors()

  async function make() {
    await run(() => call('makeRecoveryCodes')).then(
      (made) => {
        setCodes(made.codes)
        return refresh()
      },
      (error: unknown) => {
        if (!(error instanceof PasswordNotGiven)) void message.error(errorSentence(error))
      },
    )
  }

  return (
    <div className="account-line">
      <div>
        <h3>{t('recovery')}</h3>
        <p className="quiet">{t('recoveryHint')}</p>
        <p className="quiet">
          {hasFactor
            ? left > 0
              ? t('recoveryLeft', { count: left })
              : t('recoveryNone')
            : t('recoveryNeedsFactor')}
        </p>
      </div>
      <Button disabled={!hasFactor} onClick={() => void make()}>
        {left > 0 ? t('makeCodesAnew') : t('makeCodes')}
      </Button>
      <Modal
        open={codes.length > 0}
        title={t('codesTitle')}
        okText={t('kept')}
        cancelText={t('print')}
        closable={false}
        maskClosable={false}
        onOk={() => setCodes([])}
        onCancel={() => window.print()}
      >
        <p>{t('codesBody')}</p>
        <ol className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </Modal>
    </div>
  )
}
