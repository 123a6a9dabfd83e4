import { App, Button, Input as TextInput, Select } from 'antd'
import { useState } from 'react'
import type { Honour } from '#contract/honours.ts'
import type { Input } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { honoursChanged } from '../honours-changed.ts'
import { t } from '../texts.ts'

type Basis = Input<'releaseHonour'>['basis']

/** 公开: puts an honour on the public pages by a document, or takes it off. */
export function Release({ honour }: { honour: Honour }) {
  const { message } = App.useApp()
  const [basis, setBasis] = useState<Basis>(honour.holderIsPerson ? 'consent' : 'organisation')
  const [documentNo, setDocumentNo] = useState('')
  const release = useAct('releaseHonour', { invalidates: honoursChanged })
  const withdraw = useAct('withdrawHonourRelease', { invalidates: honoursChanged })
  const onError = (error: Error) => void message.error(errorSentence(error), 8)
  const honourId = honour.id
  if (honour.isPublic === 'withdrawn') return <p className="quiet">{t('publicWithdrawn')}</p>
  if (honour.isPublic === 'yes')
    return (
      <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ honourId }, { onError })}>
        {t('takeOff')}
      </Button>
    )
  return (
    <div className="panel-form">
      <label htmlFor="release-basis">{t('releaseBasis')}</label>
      <Select
        id="release-basis"
        value={basis}
        disabled={!honour.holderIsPerson}
        onChange={setBasis}
        options={(honour.holderIsPerson
          ? (['consent', 'public_notice'] as const)
          : (['organisation'] as const)
        ).map((value) => ({ value, label: t(`basis_${value}`) }))}
      />
      <label htmlFor="release-document">{t('releaseDocument')}</label>
      <TextInput
        id="release-document"
        maxLength={100}
        value={documentNo}
        onChange={(event) => setDocumentNo(event.target.value)}
      />
      <Button
        disabled={documentNo.trim() === ''}
        loading={release.isPending}
        onClick={() => release.mutate({ honourId, basis, documentNo: documentNo.trim() }, { onError })}
      >
        {t('release')}
      </Button>
      {documentNo.trim() === '' && <span className="quiet">{t('documentMissing')}</span>}
    </div>
  )
}
