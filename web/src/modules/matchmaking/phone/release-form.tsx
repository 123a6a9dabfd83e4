import { useState } from 'react'
import { contactFields, type ContactField, type OwnMatch } from '#contract/matchmaking-pairs.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './matches-texts.ts'

/** What I let the other see, each by itself; what is switched off is taken back when it is saved. */
export function ReleaseForm({ match }: { match: OwnMatch }) {
  const [fields, setFields] = useState<readonly ContactField[]>(match.released)
  const [wechat, setWechat] = useState(match.ownWechat ?? '')
  const release = useAct('releaseContact', { invalidates: ['listOwnMatches'] })
  const turn = (field: ContactField) =>
    setFields(fields.includes(field) ? fields.filter((each) => each !== field) : [...fields, field])
  const save = () =>
    release.mutate({
      interestId: match.interestId,
      fields: [...fields],
      wechat: fields.includes('wechat') ? wechat : null,
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3>{t('mine')}</h3>
      <p className="field-hint">{t('mineHint')}</p>
      {contactFields.map((field) => (
        <label key={field} className="tick">
          <input
            type="checkbox"
            checked={fields.includes(field)}
            disabled={field === 'mobile' && !match.hasMobile}
            onChange={() => turn(field)}
          />
          {field === 'photo' ? t('photoField') : t(field)}
          {field === 'mobile' && !match.hasMobile && ` · ${t('noMobile')}`}
        </label>
      ))}
      {fields.includes('wechat') && (
        <TextField label={t('wechatLabel')} value={wechat} onChange={setWechat} maxLength={60} />
      )}
      {release.error && <Notice tone="problem" title={errorSentence(release.error)} />}
      {release.isSuccess && <Notice tone="done" title={t('saved')} />}
      <Button type="submit" busy={release.isPending}>
        {t('release')}
      </Button>
    </form>
  )
}
